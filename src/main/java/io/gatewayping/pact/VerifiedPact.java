package io.gatewayping.pact;

import io.gatewayping.gate.Verdict;
import java.util.List;

/**
 * What became of one pact.
 *
 * @param pact that was verified
 * @param results one for each interaction that it holds, whatever its kind
 */
public record VerifiedPact(PactDocument pact, List<InteractionResult> results) {

    /** Whether the provider keeps it: only when each of its interactions was run, and there were some. */
    public Verdict verdict() {
        if (results.stream().anyMatch(result -> result.verdict() == Verdict.INCONCLUSIVE)) {
            return Verdict.INCONCLUSIVE;
        }
        if (results.stream().anyMatch(result -> result.verdict() == Verdict.DOES_NOT_CONFORM)) {
            return Verdict.DOES_NOT_CONFORM;
        }
        return results.isEmpty() ? Verdict.INCONCLUSIVE : Verdict.CONFORMS;
    }
}
