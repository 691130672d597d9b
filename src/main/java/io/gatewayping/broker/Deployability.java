package io.gatewayping.broker;

import io.gatewayping.gate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * The broker's answer to: can I deploy?
 *
 * @param verdict yes, no, or not known
 * @param reason in the broker's words
 * @param links to the verification results that it rests on
 */
public record Deployability(Verdict verdict, String reason, List<String> links) {

    /**
     * What a matrix says of a deployment. A yes counts only with a verification behind it.
     *
     * @param shown makes a text of the broker fit to be shown
     */
    static Deployability of(JsonNode answer, UnaryOperator<String> shown) {
        JsonNode summary = answer.path("summary");
        String reason = shown.apply(summary.path("reason").asString(""));
        List<String> links = new ArrayList<>();
        boolean verified = false;
        for (JsonNode row : answer.path("matrix")) {
            JsonNode result = row.path("verificationResult");
            verified |= result.path("success").asBoolean(false);
            String link = result.at("/_links/self/href").asString("");
            if (!link.isEmpty()) {
                links.add(shown.apply(link));
            }
        }
        JsonNode deployable = summary.path("deployable");
        if (deployable.isBoolean() && !deployable.asBoolean()) {
            return new Deployability(Verdict.DOES_NOT_CONFORM, reason, links);
        }
        if (!deployable.isBoolean()) {
            return new Deployability(Verdict.INCONCLUSIVE, reason, links);
        }
        return verified
                ? new Deployability(Verdict.CONFORMS, reason, links)
                : new Deployability(
                        Verdict.INCONCLUSIVE,
                        "the broker says yes, but no verification result stands behind it: " + reason,
                        links);
    }
}
