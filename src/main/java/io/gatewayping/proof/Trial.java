package io.gatewayping.proof;

import io.gatewayping.contract.Counterexample;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.gate.Verdict;
import java.util.List;

/**
 * What became of one counterexample.
 *
 * @param counterexample what was served
 * @param verdict what the gate said
 * @param clauses the ids of the clauses that the gate named
 * @param exchanges what the gate saw
 */
public record Trial(Counterexample counterexample, Verdict verdict, List<String> clauses, List<Exchange> exchanges) {

    /** Whether the gate refused the provider, and for the right reason. */
    public boolean isKilled() {
        return verdict != Verdict.CONFORMS && clauses.contains(counterexample.clause());
    }
}
