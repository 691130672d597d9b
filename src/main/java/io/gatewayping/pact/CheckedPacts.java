package io.gatewayping.pact;

import io.gatewayping.gate.Verdict;
import java.util.List;

/**
 * Pacts, held against the contract.
 *
 * @param pacts those that were checked
 * @param findings all that is wrong with them
 * @param tighter what they need that not every conforming answer has: no fault, but a provider may change it
 * @param inconclusive why something could not be judged, in words
 */
public record CheckedPacts(
        List<PactDocument> pacts, List<PactFinding> findings, List<PactFinding> tighter, List<String> inconclusive) {

    /** Whether the pacts keep the contract: green only when there were some and all of each was judged. */
    public Verdict verdict() {
        if (!findings.isEmpty()) {
            return Verdict.DOES_NOT_CONFORM;
        }
        return inconclusive.isEmpty() && !pacts.isEmpty() ? Verdict.CONFORMS : Verdict.INCONCLUSIVE;
    }

    /** How many interactions they hold. */
    public int interactions() {
        return pacts.stream().mapToInt(pact -> pact.interactions().size()).sum();
    }
}
