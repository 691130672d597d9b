package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import io.gatewayping.contract.Operation.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the operations, their responses and the examples of these. */
final class OperationReader {

    private final Document document;

    OperationReader(Document document) {
        this.document = document;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, Located> path : document.root().child("paths").members()) {
            path.getValue().members().stream()
                    .filter(method -> method.getValue().node().isObject())
                    .forEach(method -> operations.add(operation(path, method.getKey(), method.getValue())));
        }
        if (operations.stream().filter(operation -> !operation.supporting()).count() != 1) {
            throw document.invalid("/paths", "exactly one operation is under test; mark the others x-supporting: true");
        }
        return operations;
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
        boolean supporting = place.child("x-supporting").node().asBoolean(false);
        if (!supporting && !method.equals("get")) {
            throw document.invalid(place.pointer(), "the operation under test is read by GET");
        }
        return new Operation(
                place.child("operationId").text(),
                method.toUpperCase(Locale.ROOT),
                path.getKey(),
                supporting,
                place,
                parameters(path, place),
                security,
                responses);
    }

    private Answer answer(Located place) {
        Map<String, Located> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, Located> header : place.child("headers").members()) {
            if (header.getKey().equalsIgnoreCase("content-type")) {
                throw document.invalid(header.getValue().pointer(), "the media type says it; OpenAPI ignores it here");
            }
            if (headers.putIfAbsent(header.getKey(), document.resolve(header.getValue())) != null) {
                throw document.invalid(header.getValue().pointer(), "a header of this name, in another case, is there");
            }
        }
        Located schema = place.child("content").child(JsonBody.MEDIA_TYPE).child("schema");
        return new Answer(place, document.resolve(schema), headers);
    }

    /** Those of the path in its order, then those that have to be sent in the query or in a header. */
    private List<Parameter> parameters(Map.Entry<String, Located> path, Located operation) {
        List<Parameter> declared = Stream.of(path.getValue(), operation)
                .flatMap(place -> place.child("parameters").items().stream())
                .map(document::resolve)
                .map(place -> new Parameter(
                        place.child("name").text(), place.child("in").text(), place))
                .toList();
        List<Parameter> parameters = new ArrayList<>();
        Matcher names = Pattern.compile("\\{([^}]+)}").matcher(path.getKey());
        while (names.find()) {
            parameters.add(declared.stream()
                    .filter(parameter ->
                            parameter.isIn("path") && parameter.name().equals(names.group(1)))
                    .findFirst()
                    .orElseThrow(() -> document.invalid(
                            operation.pointer(), "the path parameter " + names.group(1) + " is not declared")));
        }
        declared.stream()
                .filter(parameter -> !parameter.isIn("path")
                        && parameter.place().child("required").node().asBoolean(false))
                .forEach(parameter -> parameters.add(sendable(parameter)));
        return parameters;
    }

    private Parameter sendable(Parameter parameter) {
        if (parameter.example().isEmpty() || parameter.isIn("cookie")) {
            throw document.invalid(
                    parameter.place().pointer(),
                    "a required parameter is sent in the query or in a header, with its example as its value");
        }
        return parameter;
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
