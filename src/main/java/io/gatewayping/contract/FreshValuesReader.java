package io.gatewayping.contract;

import io.gatewayping.contract.BodySchema.Refusal;
import io.gatewayping.contract.Document.Located;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.pattern.LinearPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Reads how fresh values of a path parameter are drawn: by {@code x-fresh}, else by the format, in the likeness of the
 * example, or by the pattern of its schema. Some are drawn, and held against the schema.
 */
final class FreshValuesReader {

    private static final int DRAWN = 20;

    /** How often RgxGen repeats at most what has no bound. */
    private static final int WITHOUT_END = 100;

    private static final int LONGEST = 1_000;

    private final Document document;

    FreshValuesReader(Document document) {
        this.document = document;
    }

    FreshValues read(Parameter parameter, TextSchema schema) {
        checkSegment(parameter, "example", parameter.example());
        if (!parameter.fresh().isEmpty()) {
            return asSaid(parameter, schema);
        }
        Located place = document.resolve(parameter.place().child("schema"));
        if (first(place, "format").filter("uuid"::equals).isPresent()) {
            return FreshValues.uuids();
        }
        FreshValues like = FreshValues.like(parameter.example());
        Optional<String> refused = refusal(draw(like), schema);
        if (refused.isEmpty()) {
            return like;
        }
        return first(place, "pattern")
                .map(pattern -> byItsPattern(parameter, schema, pattern))
                .orElseThrow(() -> invalid(
                        parameter,
                        "no fresh value is drawn in the likeness of its example: one breaks " + refused.get()));
    }

    private FreshValues asSaid(Parameter parameter, TextSchema schema) {
        if (isTooLong(parameter.fresh())) {
            throw document.invalid(
                    parameter.place().child("x-fresh").pointer(),
                    "what is drawn by it may have more than " + LONGEST + " characters");
        }
        LinearPattern pattern = new LinearPattern(parameter.fresh());
        FreshValues fresh;
        List<String> drawn;
        try {
            fresh = FreshValues.byPattern(parameter.fresh());
            drawn = draw(fresh);
        } catch (RuntimeException e) {
            // What draws reads less than what matches, and fails in many ways.
            throw notDrawn(parameter);
        }
        for (String value : drawn) {
            checkSegment(parameter, "x-fresh", value);
            if (!pattern.matches(value)) {
                throw notDrawn(parameter);
            }
        }
        refusal(drawn, schema).ifPresent(refusal -> {
            throw document.invalid(
                    parameter.place().child("x-fresh").pointer(), "a value drawn by it breaks " + refusal);
        });
        return fresh;
    }

    private FreshValues byItsPattern(Parameter parameter, TextSchema schema, String pattern) {
        if (isTooLong(pattern)) {
            throw invalid(parameter, "a value drawn by its pattern may have more than " + LONGEST + " characters");
        }
        FreshValues fresh;
        List<String> drawn;
        try {
            fresh = FreshValues.byPattern(pattern);
            drawn = draw(fresh);
        } catch (RuntimeException e) {
            throw invalid(parameter, "no fresh value can be drawn by its pattern");
        }
        if (drawn.stream().anyMatch(value -> !Parameter.isSegment(value))) {
            throw invalid(parameter, "a value drawn by its pattern is no segment of a path");
        }
        refusal(drawn, schema).ifPresent(refusal -> {
            throw invalid(parameter, "a value drawn by its pattern breaks " + refusal);
        });
        if (drawn.stream().distinct().count() < DRAWN) {
            throw invalid(
                    parameter,
                    "values drawn by its pattern come again soon, so that a fresh one may be somebody's already");
        }
        return fresh;
    }

    private static boolean isTooLong(String pattern) {
        return LinearPattern.mostDrawn(pattern, WITHOUT_END) > LONGEST;
    }

    private Optional<String> first(Located schema, String keyword) {
        return document.parts(schema)
                .map(part -> part.child(keyword).text())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static List<String> draw(FreshValues fresh) {
        return IntStream.range(0, DRAWN)
                .mapToObj(seed -> fresh.drawn(new SplittableRandom(seed)))
                .toList();
    }

    private static Optional<String> refusal(List<String> drawn, TextSchema schema) {
        return drawn.stream()
                .flatMap(value -> schema.judge(value, new HashMap<>()).stream())
                .map(FreshValuesReader::words)
                .findFirst();
    }

    private static String words(Refusal refusal) {
        return refusal.clause() + ": " + refusal.actual();
    }

    private InvalidContract invalid(Parameter parameter, String why) {
        return document.invalid(
                parameter.place().pointer(), why + "; x-fresh beside its schema takes a pattern to draw by");
    }

    private InvalidContract notDrawn(Parameter parameter) {
        return document.invalid(
                parameter.place().child("x-fresh").pointer(),
                "nothing can be drawn by it; literals, classes, groups and counts can be");
    }

    private void checkSegment(Parameter parameter, String member, String value) {
        if (!Parameter.isSegment(value)) {
            throw document.invalid(
                    parameter.place().child(member).pointer(), "no segment of a path: '" + Excerpt.of(value) + "'");
        }
    }
}
