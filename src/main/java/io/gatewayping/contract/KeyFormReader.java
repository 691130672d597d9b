package io.gatewayping.contract;

import java.util.List;
import java.util.SplittableRandom;

/** Reads the form of keys from the path parameters of the operation under test. */
final class KeyFormReader {

    private final Document document;

    KeyFormReader(Document document) {
        this.document = document;
    }

    /** The form, after a key was drawn and held against the schemas of its parameters. */
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
        parameters.stream()
                .filter(parameter -> parameter.example().isEmpty())
                .findFirst()
                .ifPresent(parameter -> {
                    throw document.invalid(
                            parameter.place().pointer(), "a path parameter needs the example that the answers are for");
                });
        KeyForm form = new KeyForm(parameters, owners.isEmpty() ? null : owners.get(0), others.get(others.size() - 1));
        obligations.refusals(form.fresh(new SplittableRandom(0))).stream()
                .findFirst()
                .ifPresent(refusal -> {
                    throw document.invalid(
                            operation.place().pointer(),
                            "a value drawn for a path parameter breaks " + refusal.clause() + ": " + refusal.actual()
                                    + "; x-fresh takes a pattern to draw by");
                });
        return form;
    }
}
