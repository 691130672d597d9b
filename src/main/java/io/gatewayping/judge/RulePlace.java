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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a response breaks a rule: the member that the rule's own counterexample changes, unless another text breaks it; of a whole
 * response, the part that breaks the rule by itself.
 *
 * @param place a JSON Pointer into the body, {@code header Name}, or empty for the whole
 * @param actual what is there and, for a transition, what was there before
 */
record RulePlace(String place, String actual) {

    /** To tell which of them breaks a rule, all are judged without each of them: of more it is not told. */
    private static final int MOST_TEXTS = 16;

    /** Of all of them together, in characters. */
    private static final int LONGEST = 16 << 10;

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
        // Beside nothing but the counterexample, if that will do: the rest of a body may take long to judge each time.
        return byItself(body, place, breaks, broken)
                .or(() -> suspects(body, place)
                        .flatMap(other -> byItself(body, other, body, broken).stream())
                        .findFirst())
                .orElseGet(
                        () -> new RulePlace(place, isLong(value) ? Excerpt.of(value.asString()) : shown(body, place)));
    }

    /** When it is the text at this place that breaks the rule, since without it nothing would. */
    private static Optional<RulePlace> byItself(
            JsonNode body, String place, JsonNode around, Predicate<JsonNode> broken) {
        String text = body.at(place).asString("");
        Predicate<String> breaking = part -> broken.test(with(around, JsonPointer.compile(place), part));
        if (text.isEmpty() || breaking.test("") || !breaking.test(text)) {
            return Optional.empty();
        }
        return Optional.of(
                new RulePlace(place, isLong(body.at(place)) ? Point.shown(text, breaking) : shown(body, place)));
    }

    private static boolean isLong(JsonNode value) {
        return value.isString() && value.asString().length() > Excerpt.LENGTH;
    }

    /** Where the text may stand that breaks a rule. */
    private static Stream<String> suspects(JsonNode body, String place) {
        List<String> others = FlatBody.of(body).keySet().stream()
                .filter(other -> !other.equals(place) && body.at(other).isString())
                .toList();
        boolean few = others.size() < MOST_TEXTS && body.toString().length() <= LONGEST;
        return few
                ? Stream.concat(Stream.of(place), others.stream())
                : Stream.of(place).filter(it -> isLong(body.at(it)));
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
        JsonNode parent = changed.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.put(place.last().getMatchingProperty(), text);
        } else if (parent instanceof ArrayNode list && place.last().getMatchingIndex() < list.size()) {
            list.set(place.last().getMatchingIndex(), text);
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
