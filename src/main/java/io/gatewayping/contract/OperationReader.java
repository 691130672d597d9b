package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import io.gatewayping.contract.Operation.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the operations, their responses and the examples of these. */
final class OperationReader {

    private final Document document;

    OperationReader(Document document) {
        this.document = document;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, Located> path : document.root().child("paths").members()) {
            for (Map.Entry<String, Located> method : path.getValue().members()) {
                operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
            }
        }
        if (operations.stream().filter(operation -> !operation.supporting()).count() != 1) {
            throw document.invalid("/paths", "exactly one operation is under test; mark the others x-supporting: true");
        }
        return operations;
    }

    private Operation operation(String path, String method, Located place) {
        String id = place.child("operationId").text();
        if (id.isEmpty()) {
            throw document.invalid(place.pointer(), "an operation needs an operationId");
        }
        Map<Integer, Answer> responses = new TreeMap<>();
        for (Map.Entry<String, Located> response : place.child("responses").members()) {
            if (!response.getKey().matches("[1-5]\\d\\d")) {
                throw document.invalid(
                        response.getValue().pointer(), "document each status code; " + response.getKey() + " is none");
            }
            Located answer = document.resolve(response.getValue());
            Located schema = answer.child("content").child(JsonBody.MEDIA_TYPE).child("schema");
            if (schema.isMissing()) {
                throw document.invalid(
                        answer.pointer(), "a response needs the media type " + JsonBody.MEDIA_TYPE + " and its schema");
            }
            responses.put(Integer.valueOf(response.getKey()), new Answer(answer, document.resolve(schema)));
        }
        return new Operation(
                id,
                method.toUpperCase(Locale.ROOT),
                path,
                place.child("x-supporting").node().asBoolean(false),
                place,
                responses);
    }

    /** The examples of an operation's responses, in the order of the document. */
    List<Example> examples(Operation operation) {
        List<Example> examples = new ArrayList<>();
        operation.responses().forEach((status, answer) -> {
            List<Map.Entry<String, Located>> named = answer.place()
                    .child("content")
                    .child(JsonBody.MEDIA_TYPE)
                    .child("examples")
                    .members();
            if (named.isEmpty()) {
                throw document.invalid(answer.place().pointer(), "a response needs a named example");
            }
            named.forEach(entry -> examples.add(new Example(
                    entry.getKey(),
                    status,
                    document.resolve(entry.getValue()).child("value").node())));
        });
        return examples;
    }
}
