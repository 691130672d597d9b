package io.gatewayping.pact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The matching rules of answers that Pact passes over in silence: an answer that breaks them would be kept. */
final class UnreadRules {

    private static final Set<String> OF_AN_ANSWER = Set.of("status", "header", "headers", "body");

    private UnreadRules() {}

    /** Where they stand in a pact. Rules of the second version of Pact's specification have paths for names. */
    static List<String> in(JsonNode pact) {
        List<String> places = new ArrayList<>();
        int index = 0;
        for (JsonNode interaction : pact.path("interactions")) {
            String place = "/interactions/" + index++ + "/response/matchingRules";
            for (Map.Entry<String, JsonNode> category :
                    interaction.at("/response/matchingRules").properties()) {
                if (!category.getKey().startsWith("$")) {
                    collect(place + "/" + category.getKey(), category, places);
                }
            }
        }
        return places;
    }

    private static void collect(String place, Map.Entry<String, JsonNode> category, List<String> places) {
        JsonNode rules = category.getValue();
        if (!OF_AN_ANSWER.contains(category.getKey()) || !rules.isObject()) {
            places.add(place);
        } else if (category.getKey().equals("status")) {
            unread(place, rules, places);
        } else {
            rules.properties().forEach(rule -> unread(place + "/" + rule.getKey(), rule.getValue(), places));
        }
    }

    private static void unread(String place, JsonNode rule, List<String> places) {
        boolean read = rule.path("matchers").isArray()
                && rule.path("matchers").valueStream().allMatch(matcher -> matcher.path("match")
                        .isString());
        if (!read && !rule.isEmpty()) {
            places.add(place);
        }
    }
}
