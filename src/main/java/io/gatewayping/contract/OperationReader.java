package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import io.gatewayping.contract.Operation.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the operations, their responses and the examples of these. */
final class OperationReader {

    /** The headers that tell how a message is written and what its body is. */
    private static final Set<String> OF_THE_MESSAGE = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final Pattern NO_SEGMENT = Pattern.compile("//|/\\.\\.?(?:/|$)");

    private final Document document;

    OperationReader(Document document) {
        this.document = document;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, Located> path : document.root().child("paths").members()) {
            List<Map.Entry<String, Located>> methods = path.getValue().members().stream()
                    .filter(method -> method.getValue().node().isObject())
                    .toList();
            if (NO_SEGMENT.matcher(path.getKey()).find()) {
                throw document.invalid(
                        path.getValue().pointer(), "a segment of it is empty, or dots, which clients take away");
            }
            if (methods.isEmpty()) {
                throw document.invalid(
                        path.getValue().pointer(), "a path without an operation, by which nothing is judged");
            }
            methods.forEach(method -> operations.add(operation(path, method.getKey(), method.getValue())));
        }
        if (operations.stream().filter(operation -> !operation.supporting()).count() != 1) {
            throw document.invalid(
                    "/paths",
                    "exactly one operation is under test; mark the one that starts a task x-supporting: true");
        }
        checkStart(operations.stream().filter(Operation::supporting).toList());
        checkPaths(operations);
        new SecurityReader(document).checkThatEverySchemeIsDemanded(operations);
        return operations;
    }

    private void checkStart(List<Operation> supporting) {
        supporting.stream()
                .filter(start -> !start.method().equals("POST"))
                .findFirst()
                .ifPresent(start -> {
                    throw document.invalid(start.place().pointer(), "a task is started by POST");
                });
        supporting.stream().skip(1).findFirst().ifPresent(another -> {
            throw document.invalid(
                    another.place().pointer(),
                    "one operation starts a task, and by another one that is x-supporting nothing is judged");
        });
    }

    /** Nobody can tell two paths of the same form apart; and what names a task is the same for all operations. */
    private void checkPaths(List<Operation> operations) {
        Map<String, String> forms = new HashMap<>();
        Map<String, Located> names = operations.stream()
                .filter(operation -> !operation.supporting())
                .flatMap(operation -> operation.pathParameters().stream())
                .collect(Collectors.toMap(Parameter::name, Parameter::place));
        for (Operation operation : operations) {
            String form = operation.path().replaceAll("\\{[^}]*}", "{}");
            String other = forms.putIfAbsent(form, operation.path());
            if (other != null && !other.equals(operation.path())) {
                throw document.invalid(operation.place().pointer(), "its path is of the same form as " + other);
            }
            operation.pathParameters().stream()
                    .filter(parameter -> !names.containsKey(parameter.name()))
                    .findFirst()
                    .ifPresent(parameter -> {
                        throw document.invalid(
                                operation.place().pointer(),
                                "the operation under test has no path parameter " + parameter.name());
                    });
            operation.pathParameters().stream()
                    .filter(parameter -> !parameter.place().equals(names.get(parameter.name())))
                    .flatMap(parameter -> Stream.of("x-owner", "x-fresh").map(parameter.place()::child))
                    .filter(member -> !member.isMissing())
                    .findFirst()
                    .ifPresent(member -> {
                        throw document.invalid(
                                member.pointer(), "what names a task is drawn as the operation under test has it");
                    });
        }
    }

    private Operation operation(Map.Entry<String, Located> path, String method, Located place) {
        Map<Integer, Answer> responses = new TreeMap<>();
        place.child("responses")
                .members()
                .forEach(response -> responses.put(
                        Integer.valueOf(response.getKey()), answer(document.resolve(response.getValue()))));
        Security security = new SecurityReader(document).security(place);
        if (security.demand() != Security.Demand.NONE && !responses.containsKey(401)) {
            throw document.invalid(place.pointer(), "an operation with security documents the answer 401");
        }
        if (responses.keySet().stream().noneMatch(status -> status < 300)) {
            throw document.invalid(place.child("responses").pointer(), "no answer of success is documented");
        }
        boolean supporting = place.child("x-supporting").node().asBoolean(false);
        if (!supporting && !method.equals("get")) {
            throw document.invalid(place.pointer(), "the operation under test is read by GET");
        }
        if (!supporting && !place.child("requestBody").isMissing()) {
            throw document.invalid(place.child("requestBody").pointer(), "no body is sent with a GET");
        }
        return new Operation(
                place.child("operationId").text(),
                method.toUpperCase(Locale.ROOT),
                path.getKey(),
                supporting,
                place,
                new ParameterReader(document).read(path.getKey(), path.getValue(), place),
                security,
                responses);
    }

    private Answer answer(Located place) {
        Map<String, Located> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, Located> header : place.child("headers").members()) {
            if (OF_THE_MESSAGE.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                throw document.invalid(
                        header.getValue().pointer(), "HTTP or the media type says it of every answer, and no contract");
            }
            if (headers.putIfAbsent(header.getKey(), document.resolve(header.getValue())) != null) {
                throw document.invalid(header.getValue().pointer(), "a header of this name, in another case, is there");
            }
        }
        Located schema = place.child("content").child(JsonBody.MEDIA_TYPE).child("schema");
        return new Answer(place, document.resolve(schema), headers);
    }

    /** The examples of an operation's responses, in the order of the document. */
    List<Example> examples(Operation operation, Lifecycle lifecycle) {
        List<Example> examples = new ArrayList<>();
        operation.responses().forEach((status, answer) -> {
            List<Map.Entry<String, Located>> named = answer.place()
                    .child("content")
                    .child(JsonBody.MEDIA_TYPE)
                    .child("examples")
                    .members();
            named.forEach(entry -> {
                JsonNode body =
                        document.resolve(entry.getValue()).child("value").node();
                examples.add(new Example(entry.getKey(), status, body, lifecycle.outcome(status, body)));
            });
        });
        return examples;
    }
}
