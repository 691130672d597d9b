package io.gatewayping.pact;

import io.gatewayping.gate.Verdict;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What became of one pact.
 *
 * @param source where the pact comes from: a file or a URL
 * @param consumer the name of its consumer
 * @param provider the name of its provider
 * @param pending whether a failure is the consumer's to mend, as a broker says
 * @param results one for each interaction that it holds, whatever its kind
 */
public record VerifiedPact(
        String source, String consumer, String provider, boolean pending, List<InteractionResult> results) {

    /** Whether the provider keeps it: only when each of its interactions was run; what it broke is broken whatever was not run. */
    public Verdict verdict() {
        if (!isWhole() && !isFailing()) {
            return Verdict.INCONCLUSIVE;
        }
        return has(Verdict.DOES_NOT_CONFORM) ? Verdict.DOES_NOT_CONFORM : Verdict.CONFORMS;
    }

    /** Whether each of its interactions was run, and there were some. */
    boolean isWhole() {
        return !results.isEmpty() && !has(Verdict.INCONCLUSIVE);
    }

    private boolean has(Verdict verdict) {
        return results.stream().anyMatch(result -> result.verdict() == verdict);
    }

    /** Whether this result fails the provider's build: what is pending is for the consumer to mend. */
    boolean isFailing(InteractionResult result) {
        return result.verdict() == Verdict.DOES_NOT_CONFORM && !pending && !result.pending();
    }

    boolean isFailing() {
        return results.stream().anyMatch(this::isFailing);
    }

    /** The same in words that are fit to be shown. */
    public VerifiedPact shown(UnaryOperator<String> shown) {
        return new VerifiedPact(
                shown.apply(source),
                shown.apply(consumer),
                shown.apply(provider),
                pending,
                results.stream().map(result -> result.shown(shown)).toList());
    }
}
