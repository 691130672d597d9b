package io.gatewayping.proof;

import io.gatewayping.counterexample.Asked;
import io.gatewayping.counterexample.Counterexample;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import io.gatewayping.gate.ScenarioResult;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The scenarios as they went against the honest provider. They show which of them a counterexample concerns, so that those
 * are run first.
 */
final class Rehearsal {

    private final List<ScenarioResult> scenarios;

    Rehearsal(List<ScenarioResult> scenarios) {
        this.scenarios = scenarios;
    }

    /**
     * Where the scenarios stand that would see an answer of the counterexample, those first that give its clause
     * something to be judged by.
     */
    List<String> concernedBy(Counterexample counterexample) {
        return scenarios.stream()
                .filter(scenario -> isConcerned(scenario, counterexample))
                .sorted(Comparator.comparing(scenario -> !scenario.evaluated().contains(counterexample.clause())))
                .map(ScenarioResult::location)
                .toList();
    }

    private static boolean isConcerned(ScenarioResult scenario, Counterexample counterexample) {
        Map<Key, Integer> reads = new HashMap<>();
        int requests = 0;
        for (Exchange exchange : scenario.exchanges()) {
            Response honest = exchange.response();
            int earlier = reads.merge(exchange.request().key(), 1, Integer::sum) - 1;
            Asked asked =
                    new Asked(exchange.request().key(), exchange.request().credential(), "token", earlier, requests++);
            if (honest != null
                    && counterexample.answer().insteadOf(honest, asked).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
