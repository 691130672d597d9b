package io.gatewayping.gate;

import io.gatewayping.exchange.Exchange;
import io.gatewayping.judge.Finding;
import java.util.List;
import java.util.Set;

/**
 * What came of one scenario.
 *
 * @param feature the file that it stands in
 * @param location where it stands, as Cucumber takes it: {@code uri:line}
 * @param name its name
 * @param evaluated the ids of the clauses that its exchanges gave something to judge by
 * @param findings the clauses that they broke
 * @param inconclusive why something could not be judged, in words
 * @param exchanges every exchange, in order
 */
public record ScenarioResult(
        String feature,
        String location,
        String name,
        Set<String> evaluated,
        List<Finding> findings,
        List<String> inconclusive,
        List<Exchange> exchanges) {

    /** The verdict on this scenario alone. */
    public Verdict verdict() {
        if (!findings.isEmpty()) {
            return Verdict.DOES_NOT_CONFORM;
        }
        return inconclusive.isEmpty() && !evaluated.isEmpty() ? Verdict.CONFORMS : Verdict.INCONCLUSIVE;
    }
}
