package io.gatewayping.counterexample;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Equivalent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the contract says of counterexamples that break nothing, and what does not hold. */
public final class StaleEquivalents {

    private StaleEquivalents() {}

    /** Each claim that names no counterexample any more, or one that breaks its clause, in a line. */
    public static List<String> of(Contract contract) {
        List<Counterexample> all = Counterexamples.of(contract);
        return contract.equivalents().stream()
                .flatMap(equivalent -> stale(equivalent, all).stream())
                .toList();
    }

    private static List<String> stale(Equivalent equivalent, List<Counterexample> all) {
        List<String> stale = new ArrayList<>();
        for (String clause : equivalent.clauses()) {
            for (String mutation : equivalent.mutations()) {
                Equivalent one =
                        new Equivalent(equivalent.place(), List.of(clause), List.of(mutation), equivalent.why());
                List<Counterexample> named =
                        all.stream().filter(it -> it.isNamedBy(one)).toList();
                String claim = equivalent.place() + ": '" + mutation + "' of " + clause;
                Stream<String> reasons = named.isEmpty()
                        ? Stream.of(claim + " names no counterexample")
                        : named.stream()
                                .filter(Counterexample::breaks)
                                .map(it -> claim + " breaks " + it.clause() + " on " + it.on());
                reasons.limit(1).forEach(stale::add);
            }
        }
        return stale;
    }
}
