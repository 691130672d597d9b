package io.gatewayping.judge;

import io.gatewayping.exchange.Excerpt;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a response breaks a rule: the member that the rule's own counterexample changes.
 *
 * @param pointer a JSON Pointer into the body
 * @param actual what is there and, for a transition, what was there before
 */
record RulePlace(String pointer, String actual) {

    static RulePlace of(JsonNode breaks, JsonNode body, @Nullable JsonNode old) {
        StringBuilder pointer = new StringBuilder();
        JsonNode patch = breaks;
        while (patch.isObject() && !patch.isEmpty()) {
            Map.Entry<String, JsonNode> first = patch.properties().iterator().next();
            pointer.append('/').append(first.getKey());
            patch = first.getValue();
        }
        String place = pointer.toString();
        return new RulePlace(
                place, old == null ? shown(body, place) : shown(body, place) + " after " + shown(old, place));
    }

    private static String shown(JsonNode body, String place) {
        JsonNode value = body.at(place);
        return value.isMissingNode() ? "nothing" : Excerpt.of(value.toString());
    }
}
