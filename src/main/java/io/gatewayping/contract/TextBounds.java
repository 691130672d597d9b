package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import io.gatewayping.pattern.PatternLength;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long a text is that one keyword of a schema takes, as far as that is sure.
 *
 * @param place where the keyword stands
 */
record TextBounds(Located place, PatternLength length) {

    /** Of the time without a fraction, and of any UUID. */
    private static final Map<String, PatternLength> FORMATS = Map.of(
            "date-time", new PatternLength("2025-05-20T13:34:57Z".length(), PatternLength.ENDLESS),
            "uuid", new PatternLength(36, 36));

    /**
     * Throws {@link InvalidContract} where no text is as long as all keywords together demand.
     *
     * @param parts all schemas that judge the same value
     */
    static void check(Document document, Located schema, List<Located> parts) {
        List<TextBounds> bounds = parts.stream().flatMap(TextBounds::of).toList();
        bounds.stream()
                .max(Comparator.comparing(it -> it.length.least()))
                .flatMap(longest -> bounds.stream()
                        .min(Comparator.comparing(it -> it.length.most()))
                        .filter(shortest -> longest.length.least() > shortest.length.most())
                        .map(shortest -> contradiction(document, schema, longest, shortest)))
                .ifPresent(contradiction -> {
                    throw contradiction;
                });
    }

    private static Stream<TextBounds> of(Located schema) {
        return schema.members().stream()
                .map(keyword -> new TextBounds(keyword.getValue(), length(keyword.getKey(), keyword.getValue())));
    }

    private static PatternLength length(String keyword, Located value) {
        return switch (keyword) {
            case "minLength" -> new PatternLength(value.node().asLong(), PatternLength.ENDLESS);
            case "maxLength" -> new PatternLength(0, value.node().asLong());
            case "pattern" -> PatternLength.of(value.text());
            case "format" -> FORMATS.getOrDefault(value.text(), PatternLength.ANY);
            default -> PatternLength.ANY;
        };
    }

    private static InvalidContract contradiction(
            Document document, Located schema, TextBounds longest, TextBounds shortest) {
        return document.invalid(
                schema.pointer(),
                "no text has the " + longest.length.least() + " characters at least that "
                        + longest.place.pointer() + " demands and the " + shortest.length.most() + " at most that "
                        + shortest.place.pointer() + " does");
    }
}
