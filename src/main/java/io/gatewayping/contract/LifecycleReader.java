package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the member that tells the status of a task: the one whose schema names terminal values. */
final class LifecycleReader {

    private static final String TERMINAL = "x-terminal";

    private final Document document;

    LifecycleReader(Document document) {
        this.document = document;
    }

    Lifecycle read(Operation operation) {
        List<Lifecycle> found = new ArrayList<>();
        operation.responses().forEach((status, answer) -> {
            if (status < 300) {
                members(answer.schema()).forEach(member -> found.add(lifecycle(status, member)));
            }
        });
        if (found.size() != 1) {
            throw document.invalid(
                    operation.place().pointer(),
                    "one member of a successful answer tells the status of the task, by " + TERMINAL
                            + " in its schema; " + found.size() + " do");
        }
        document.everywhere(TERMINAL).skip(1).findFirst().ifPresent(other -> {
            throw document.invalid(other.pointer(), TERMINAL + " is read on one member only, and there is another");
        });
        return found.get(0);
    }

    private List<Map.Entry<String, Located>> members(Located schema) {
        return document.parts(schema)
                .flatMap(part -> part.child("properties").members().stream())
                .filter(member -> !member.getValue().child(TERMINAL).isMissing())
                .toList();
    }

    private Lifecycle lifecycle(int status, Map.Entry<String, Located> member) {
        Located terminal = member.getValue().child(TERMINAL);
        Set<String> known = texts(member.getValue().child("enum"));
        Set<String> values = texts(terminal);
        if (values.isEmpty() || !known.containsAll(values)) {
            throw document.invalid(terminal.pointer(), "terminal values are some of the enum " + known);
        }
        if (values.containsAll(known)) {
            throw document.invalid(
                    terminal.pointer(), "each value of the enum is terminal, so that there is nothing to wait for");
        }
        return new Lifecycle(status, member.getKey(), values);
    }

    private static Set<String> texts(Located list) {
        return list.items().stream().map(Located::text).collect(Collectors.toUnmodifiableSet());
    }
}
