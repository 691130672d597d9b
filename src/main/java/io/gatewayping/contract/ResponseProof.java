package io.gatewayping.contract;

import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What rules on whole responses are tried on: examples as they are answered, honestly or as {@code breaks} have it. */
final class ResponseProof {

    private final Contract contract;

    ResponseProof(Contract contract) {
        this.contract = contract;
    }

    /** The answer that an example is, as a rule sees it after an ordinary request. */
    RuleInput honest(Operation operation, Rule rule, Example example) {
        return input(
                operation,
                rule,
                JsonNodeFactory.instance.objectNode(),
                answer(operation, example),
                answer(operation, example));
    }

    /**
     * The same with the {@code breaks} of a rule done to it, after the request that they tell.
     *
     * @param judged the rule that sees it, which may be another
     */
    RuleInput broken(Operation operation, Rule rule, Rule judged, Example example) {
        return input(
                operation,
                judged,
                rule.breaks(),
                answer(operation, example),
                patched(answer(operation, example), rule.breaks()));
    }

    private RuleInput input(Operation operation, Rule judged, JsonNode breaks, Response old, Response self) {
        if (judged.program().isTransition()) {
            return RuleInput.common(common(self), common(old));
        }
        Key key = contract.keys().example();
        return RuleInput.response(self, key.parameters(), Circumstances.of(operation, breaks, key));
    }

    private static Map<String, Object> common(Response response) {
        return Map.of(
                "status", (long) response.status(),
                "reason", response.aside().reason(),
                "headers", response.headers(),
                "trailers", response.aside().trailers(),
                "interim", response.aside().interim(),
                "members", FlatBody.of(response.body()));
    }

    private Response answer(Operation operation, Example example) {
        return contract.response(operation, example, contract.keys().example());
    }

    private static Response patched(Response honest, JsonNode breaks) {
        SortedMap<String, List<String>> headers = new TreeMap<>(honest.headers());
        breaks.path("headers").properties().forEach(header -> {
            List<String> values = new ArrayList<>();
            header.getValue().forEach(value -> values.add(value.asString()));
            headers.put(header.getKey(), values);
        });
        @Nullable String text = breaks.path("text").asString(null);
        return new Response(
                breaks.path("status").asInt(honest.status()),
                headers,
                text == null ? honest.body() : text.getBytes(StandardCharsets.UTF_8));
    }
}
