package io.gatewayping.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What binds the body of one documented response.
 *
 * @param place where its schema stands; responses of the same place are compared by transition rules
 * @param schema judges it alone
 * @param rules of the schema and of what it includes
 */
public record Obligations(String place, BodySchema schema, List<Rule> rules) {

    /**
     * Whether a body keeps all of it that speaks of one answer alone.
     *
     * @param request the path parameters that it answers
     */
    public boolean areKeptBy(JsonNode body, Map<String, String> request) {
        RuleInput input = RuleInput.body(body, request);
        return schema.judge(body, new HashMap<>()).isEmpty()
                && rules.stream().filter(rule -> !rule.program().isTransition()).allMatch(rule -> isKept(rule, input));
    }

    private static boolean isKept(Rule rule, RuleInput input) {
        try {
            return rule.program().judge(input) != Ruling.BROKEN;
        } catch (RuleProgram.NotEvaluated e) {
            return false;
        }
    }
}
