package io.gatewayping.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the form of keys from the path parameters of the operation under test. */
final class KeyFormReader {

    private final Document document;

    KeyFormReader(Document document) {
        this.document = document;
    }

    /** The form, after values of its parameters were drawn and held against their schemas. */
    KeyForm read(Operation operation, RequestObligations obligations) {
        List<Parameter> parameters = operation.pathParameters();
        List<Parameter> owners = parameters.stream()
                .filter(parameter -> !parameter.place().child("x-owner").text().isEmpty())
                .toList();
        List<Parameter> others = parameters.stream()
                .filter(parameter -> !owners.contains(parameter))
                .toList();
        if (owners.size() > 1 || others.isEmpty()) {
            throw document.invalid(
                    operation.place().pointer(),
                    "a task has an id among the path parameters, and x-owner on at most one of the others");
        }
        FreshValuesReader values = new FreshValuesReader(document);
        Map<Parameter, FreshValues> fresh = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (parameter.example().isEmpty()) {
                throw document.invalid(
                        parameter.place().pointer(), "a path parameter needs the example that the answers are for");
            }
            TextSchema schema = Objects.requireNonNull(obligations.parameters().get(parameter));
            fresh.put(parameter, values.read(parameter, schema));
        }
        return new KeyForm(fresh, owners.isEmpty() ? null : owners.get(0), others.get(others.size() - 1));
    }
}
