package io.gatewayping.judge;

import io.gatewayping.contract.Document;
import io.gatewayping.contract.FlatBody;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a response breaks a rule: the member that the rule's own counterexample changes, unless another text breaks it; of a whole
 * response, the part that breaks the rule by itself.
 *
 * @param place a JSON Pointer into the body, {@code header Name}, or empty for the whole
 * @param actual what is there and, for a transition, what was there before
 */
record RulePlace(String place, String actual) {

    /** Among more texts it is not looked for the one that breaks a rule. */
    private static final int MOST_TEXTS = 100;

    /**
     * In a body.
     *
     * @param broken whether another body breaks the rule as this one does
     */
    static RulePlace in(JsonNode body, JsonNode breaks, Predicate<JsonNode> broken) {
        String place = changedBy(breaks);
        JsonNode value = body.at(place);
        if (place.isEmpty() || !(value.isString() || value.isMissingNode())) {
            return new RulePlace(place, shown(body, place));
        }
        JsonPointer pointer = JsonPointer.compile(place);
        String text = value.asString("");
        // Beside nothing but the counterexample, if that will do: the rest of a body may take long to judge each time.
        Predicate<String> breaking = part -> broken.test(with(breaks, pointer, part));
        return byItself(body, place, breaking)
                .or(() -> isLong(value)
                        ? byItself(body, place, part -> broken.test(with(body, pointer, part)))
                        : Optional.empty())
                .or(() -> breaking.test(text)
                        ? Optional.empty()
                        : others(body, place)
                                .flatMap(other -> byItself(body, other, breaking).stream())
                                .findFirst())
                .orElseGet(() -> new RulePlace(place, isLong(value) ? Excerpt.of(text) : shown(body, place)));
    }

    /** When it is the text at this place that breaks the rule. */
    private static Optional<RulePlace> byItself(JsonNode body, String place, Predicate<String> breaking) {
        String text = body.at(place).asString("");
        if (text.isEmpty() || breaking.test("") || !breaking.test(text)) {
            return Optional.empty();
        }
        return Optional.of(
                new RulePlace(place, isLong(body.at(place)) ? Point.shown(text, breaking) : shown(body, place)));
    }

    private static boolean isLong(JsonNode value) {
        return value.isString() && value.asString().length() > Excerpt.LENGTH;
    }

    /** Where other texts stand, unless there are too many of them. */
    private static Stream<String> others(JsonNode body, String place) {
        List<String> others = FlatBody.of(body).keySet().stream()
                .filter(other -> !other.equals(place) && body.at(other).isString())
                .toList();
        return others.size() <= MOST_TEXTS ? others.stream() : Stream.empty();
    }

    /** In a body after another one. */
    static RulePlace between(JsonNode old, JsonNode body, JsonNode breaks) {
        String place = changedBy(breaks);
        String changed = body.at(place).equals(old.at(place))
                ? firstDifference("", old, body).orElse(place)
                : place;
        return new RulePlace(changed, shown(body, changed) + " after " + shown(old, changed));
    }

    /**
     * In a whole response.
     *
     * @param words all of it in words
     * @param broken whether another response breaks the rule as this one does
     */
    static RulePlace in(Response response, String words, Predicate<Response> broken) {
        SortedMap<String, List<String>> none = new TreeMap<>();
        Response bare = new Response(response.status(), none, new byte[0]);
        if (!broken.test(bare)) {
            for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
                String name = header.getKey();
                if (broken.test(with(bare, name, header.getValue()))) {
                    return new RulePlace(
                            "header " + name,
                            Point.shown(
                                    String.join(", ", header.getValue()),
                                    part -> broken.test(with(bare, name, List.of(part)))));
                }
            }
            if (broken.test(with(bare, response.text()))) {
                return new RulePlace("", Point.shown(response.text(), part -> broken.test(with(bare, part))));
            }
        }
        return new RulePlace("", Excerpt.of(words));
    }

    private static Response with(Response response, String name, List<String> values) {
        SortedMap<String, List<String>> headers = new TreeMap<>(response.headers());
        headers.put(name, values);
        return new Response(response.status(), headers, response.body());
    }

    private static Response with(Response response, String text) {
        return new Response(response.status(), response.headers(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode with(JsonNode body, JsonPointer place, String text) {
        JsonNode changed = body.deepCopy();
        if (changed.at(place.head()) instanceof ObjectNode parent) {
            parent.put(place.last().getMatchingProperty(), text);
        }
        return changed;
    }

    private static String changedBy(JsonNode breaks) {
        StringBuilder place = new StringBuilder();
        JsonNode patch = breaks;
        while (patch.isObject() && !patch.isEmpty()) {
            Map.Entry<String, JsonNode> first = patch.properties().iterator().next();
            place.append(Document.segment(first.getKey()));
            patch = first.getValue();
        }
        return place.toString();
    }

    private static Optional<String> firstDifference(String place, JsonNode old, JsonNode body) {
        if (old.equals(body)) {
            return Optional.empty();
        }
        if (!old.isObject() || !body.isObject()) {
            return Optional.of(place);
        }
        return Stream.concat(old.propertyNames().stream(), body.propertyNames().stream())
                .distinct()
                .flatMap(name ->
                        firstDifference(place + Document.segment(name), old.path(name), body.path(name)).stream())
                .findFirst();
    }

    private static String shown(JsonNode body, String place) {
        JsonNode value = body.at(place);
        return value.isMissingNode() ? "nothing" : Excerpt.of(value.toString());
    }
}
