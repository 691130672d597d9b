package io.gatewayping.proof;

import io.gatewayping.contract.Equivalent;
import io.gatewayping.counterexample.Counterexample;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.gate.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one counterexample.
 *
 * @param counterexample what was served
 * @param justification what the contract says of it if it breaks nothing, or null when it says nothing
 * @param verdict what the gate said
 * @param clauses the ids of the clauses that the gate named
 * @param exchanges what the gate saw
 * @param scenarios those that named its clause, each by its tag and its words
 */
public record Trial(
        Counterexample counterexample,
        @Nullable Equivalent justification,
        Verdict verdict,
        List<String> clauses,
        List<Exchange> exchanges,
        List<String> scenarios) {

    /** What can become of a counterexample. */
    public enum Outcome {
        /** The gate refused the provider, and for the right reason. */
        KILLED,
        /** It breaks nothing, the contract says why, and the gate does not refuse it by the name of its clause. */
        EQUIVALENT,
        /** Anything else: something is wrong with the gate, with the contract or with the counterexample. */
        SURVIVED
    }

    /** What became of it. */
    public Outcome outcome() {
        if (counterexample.breaks()) {
            return verdict != Verdict.CONFORMS && isNamed() ? Outcome.KILLED : Outcome.SURVIVED;
        }
        return justification != null && !isNamed() ? Outcome.EQUIVALENT : Outcome.SURVIVED;
    }

    /** What is to be done about it, or why there is nothing to do, in words. */
    public String why() {
        if (counterexample.breaks()) {
            return isNamed()
                    ? "refused by the name of its clause"
                    : "it breaks its clause, which the gate did not name";
        }
        if (isNamed()) {
            return "it breaks nothing, and yet the gate refuses it";
        }
        return justification == null
                ? "it breaks nothing: say why in x-equivalents, or mend the clause"
                : "it breaks nothing: " + justification.why();
    }

    private boolean isNamed() {
        return clauses.contains(counterexample.clause());
    }
}
