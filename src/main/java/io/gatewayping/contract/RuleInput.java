package io.gatewayping.contract;

import io.gatewayping.exchange.Response;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What rules are judged on, as CEL sees it: {@code self}, {@code request} and, after another response, the old ones. */
public final class RuleInput {

    private final Map<String, Object> variables;

    private RuleInput(Map<String, Object> variables) {
        this.variables = variables;
    }

    /**
     * A body.
     *
     * @param request the path parameters that it answers
     */
    public static RuleInput body(JsonNode self, Map<String, String> request) {
        return new RuleInput(Map.of("self", CelValues.of(self), "request", request));
    }

    /**
     * A whole response.
     *
     * @param request the path parameters that it answers
     */
    public static RuleInput response(Response self, Map<String, String> request, Circumstances circumstances) {
        Map<String, Object> whole = new HashMap<>(CelValues.of(self));
        whole.put("members", CelValues.map(FlatBody.of(self.body())));
        return new RuleInput(Map.of(
                "self",
                CelValues.map(whole),
                "request",
                request,
                "sent",
                circumstances.sent(),
                "elsewhere",
                circumstances.parameters()));
    }

    /**
     * What all answers to one task have in common, after those to another.
     *
     * @param self status, reason, headers, trailers, interim answers and members
     */
    public static RuleInput common(Map<String, Object> self, Map<String, Object> oldSelf) {
        return new RuleInput(Map.of("self", self, "oldSelf", oldSelf));
    }

    /** The same after another body. */
    public RuleInput after(JsonNode oldSelf, Map<String, String> oldRequest) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("oldSelf", CelValues.of(oldSelf));
        all.put("oldRequest", oldRequest);
        return new RuleInput(all);
    }

    Map<String, Object> variables() {
        return variables;
    }
}
