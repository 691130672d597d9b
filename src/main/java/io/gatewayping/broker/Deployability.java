package io.gatewayping.broker;

import io.gatewayping.gate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The broker's answer to: can I deploy?
 *
 * @param verdict yes, no, or not known
 * @param reason in the broker's words
 * @param results the verification results that it rests on: what was verified, how it went, and a link
 */
public record Deployability(Verdict verdict, String reason, List<String> results) {

    /**
     * What a matrix says of a deployment. A yes counts only with a verification behind it.
     *
     * @param shown makes a text of the broker fit to be shown
     */
    static Deployability of(JsonNode answer, UnaryOperator<String> shown) {
        JsonNode summary = answer.path("summary");
        String reason = summary.path("reason").asString("").lines().map(shown).collect(Collectors.joining("; "));
        List<String> results = new ArrayList<>();
        boolean verified = false;
        for (JsonNode row : answer.path("matrix")) {
            JsonNode result = row.path("verificationResult");
            verified |= result.path("success").asBoolean(false);
            String link = result.at("/_links/self/href").asString("");
            if (!link.isEmpty()) {
                results.add(shown.apply("%s: %s with %s, %s"
                        .formatted(
                                result.path("success").asBoolean(false) ? "kept" : "broken",
                                side(row.path("consumer")),
                                side(row.path("provider")),
                                link)));
            }
        }
        JsonNode deployable = summary.path("deployable");
        if (deployable.isBoolean() && !deployable.asBoolean()) {
            return new Deployability(Verdict.DOES_NOT_CONFORM, reason, results);
        }
        if (!deployable.isBoolean()) {
            return new Deployability(Verdict.INCONCLUSIVE, reason, results);
        }
        return verified
                ? new Deployability(Verdict.CONFORMS, reason, results)
                : new Deployability(
                        Verdict.INCONCLUSIVE,
                        "the broker says yes, but no verification result stands behind it: " + reason,
                        results);
    }

    private static String side(JsonNode side) {
        return side.path("name").asString("") + " " + side.at("/version/number").asString("");
    }
}
