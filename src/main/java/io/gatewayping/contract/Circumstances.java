package io.gatewayping.contract;

import io.gatewayping.exchange.Key;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a rule on whole responses knows of the request, beside what it asked for.
 *
 * @param method the HTTP method
 * @param headers what it carried beside its credential, by name in lower case
 * @param admitted whether it carried what lets it in
 * @param elsewhere the same task under another owner, or null where the state speaks of none
 */
public record Circumstances(String method, Map<String, String> headers, boolean admitted, @Nullable Key elsewhere) {

    private static final String SENT = "sent";
    private static final String ELSEWHERE = "elsewhere";

    /** What a rule's {@code breaks} may tell of them. */
    static final List<String> MEMBERS = List.of(SENT, ELSEWHERE);

    /** Those of an ordinary request, but for what the {@code breaks} of a rule say. */
    static Circumstances of(Operation operation, JsonNode breaks, Key example) {
        JsonNode sent = breaks.path(SENT);
        Key elsewhere = example;
        for (Map.Entry<String, JsonNode> parameter : breaks.path(ELSEWHERE).properties()) {
            elsewhere = elsewhere.with(parameter.getKey(), parameter.getValue().asString());
        }
        return new Circumstances(
                sent.path("method").asString(operation.method()),
                Map.of("accept", sent.path("headers").path("accept").asString(JsonBody.MEDIA_TYPE)),
                sent.path("admitted").asBoolean(true),
                breaks.path(ELSEWHERE).isMissingNode() ? null : elsewhere);
    }

    /** Whether a request is one that the {@code breaks} of a rule are for. */
    public boolean areThoseOf(JsonNode breaks, String ordinaryMethod) {
        JsonNode sent = breaks.path(SENT);
        return method.equals(sent.path("method").asString(ordinaryMethod))
                && admitted == sent.path("admitted").asBoolean(admitted)
                && headers.getOrDefault("accept", JsonBody.MEDIA_TYPE)
                        .equals(sent.path("headers").path("accept").asString(JsonBody.MEDIA_TYPE))
                && (breaks.path(ELSEWHERE).isMissingNode() || elsewhere != null);
    }

    /** A text of the {@code breaks} of a rule, with the other owner of a real task in the place of theirs. */
    public String told(JsonNode breaks, String text) {
        String told = text;
        for (Map.Entry<String, JsonNode> parameter : breaks.path(ELSEWHERE).properties()) {
            if (elsewhere != null) {
                told = told.replace(parameter.getValue().asString(), elsewhere.value(parameter.getKey()));
            }
        }
        return told;
    }

    Map<String, Object> sent() {
        return Map.of("method", method, "headers", headers, "admitted", admitted);
    }

    Map<String, String> parameters() {
        return elsewhere == null ? Map.of() : elsewhere.parameters();
    }
}
