package io.gatewayping.contract;

import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Key;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Reads the form of keys from the path parameters of the operation under test. */
final class KeyFormReader {

    /** How many keys are drawn and held against the schemas of their parameters. */
    private static final int DRAWN = 20;

    /** How often RgxGen repeats at most what has no bound. */
    private static final int WITHOUT_END = 100;

    private static final int LONGEST = 1_000;

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
        parameters.stream()
                .filter(parameter -> PatternSize.of(parameter.fresh(), WITHOUT_END) > LONGEST)
                .findFirst()
                .ifPresent(parameter -> {
                    throw document.invalid(
                            parameter.place().child("x-fresh").pointer(),
                            "what is drawn by it may have more than " + LONGEST + " characters");
                });
        KeyForm form = new KeyForm(parameters, owners.isEmpty() ? null : owners.get(0), others.get(others.size() - 1));
        parameters.forEach(parameter -> checkSegment(parameter, "example", parameter.example()));
        for (int seed = 0; seed < DRAWN; seed++) {
            checkDrawn(operation, obligations, new SplittableRandom(seed));
        }
        return form;
    }

    private void checkDrawn(Operation operation, RequestObligations obligations, RandomGenerator random) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : operation.pathParameters()) {
            String drawn = drawn(parameter, random);
            values.put(parameter.name(), drawn);
            checkSegment(parameter, "x-fresh", drawn);
            if (!parameter.fresh().isEmpty() && !new LinearPattern(parameter.fresh()).matches(drawn)) {
                throw notDrawn(parameter);
            }
        }
        obligations.refusals(new Key(values)).stream().findFirst().ifPresent(refusal -> {
            throw document.invalid(
                    operation.place().pointer(),
                    "a value drawn for a path parameter breaks " + refusal.clause() + ": " + refusal.actual()
                            + "; x-fresh takes a pattern to draw by");
        });
    }

    /** What draws reads less than what matches, and fails in many ways. */
    private String drawn(Parameter parameter, RandomGenerator random) {
        try {
            return KeyForm.drawn(parameter, random);
        } catch (RuntimeException e) {
            throw notDrawn(parameter);
        }
    }

    private InvalidContract notDrawn(Parameter parameter) {
        return document.invalid(
                parameter.place().child("x-fresh").pointer(),
                "nothing can be drawn by it; literals, classes, groups and counts can be");
    }

    private void checkSegment(Parameter parameter, String member, String value) {
        if (value.contains("/") || value.chars().allMatch(c -> c == '.')) {
            throw document.invalid(
                    parameter.place().child(member).pointer(), "no segment of a path: '" + Excerpt.of(value) + "'");
        }
    }
}
