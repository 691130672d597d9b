package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Set<Lifecycle> found = new LinkedHashSet<>();
        operation.responses().forEach((status, answer) -> {
            if (status < 300) {
                document.parts(answer.schema())
                        .flatMap(part -> part.child("properties").members().stream())
                        .forEach(member -> lifecycle(status, member).ifPresent(found::add));
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
        return found.iterator().next();
    }

    /** By a member's schema, or by one that this refers to. */
    private Optional<Lifecycle> lifecycle(int status, Map.Entry<String, Located> member) {
        List<Located> parts = document.parts(member.getValue()).toList();
        return parts.stream()
                .map(part -> part.child(TERMINAL))
                .filter(terminal -> !terminal.isMissing())
                .findFirst()
                .map(terminal -> lifecycle(status, member.getKey(), terminal, known(parts)));
    }

    private static Set<String> known(List<Located> parts) {
        return parts.stream()
                .map(part -> part.child("enum"))
                .filter(values -> !values.isMissing())
                .map(LifecycleReader::texts)
                .reduce((all, others) -> all.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    private Lifecycle lifecycle(int status, String member, Located terminal, Set<String> known) {
        Set<String> values = texts(terminal);
        if (values.isEmpty() || !known.containsAll(values)) {
            throw document.invalid(terminal.pointer(), "terminal values are some of the enum " + known);
        }
        if (values.containsAll(known)) {
            throw document.invalid(
                    terminal.pointer(), "each value of the enum is terminal, so that there is nothing to wait for");
        }
        return new Lifecycle(status, member, values);
    }

    private static Set<String> texts(Located list) {
        return list.items().stream().map(Located::text).collect(Collectors.toUnmodifiableSet());
    }
}
