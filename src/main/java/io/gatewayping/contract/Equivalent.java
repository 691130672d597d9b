package io.gatewayping.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the contract says of counterexamples that break nothing: which they are, and why.
 *
 * @param place where it stands
 * @param clauses the clauses that they were derived for, as {@link Clause#isLike} takes them
 * @param mutations the names of what they do
 * @param why they break nothing
 */
public record Equivalent(String place, List<String> clauses, List<String> mutations, String why) {

    /** Whether it speaks of this one. */
    public boolean names(Counterexample counterexample) {
        return mutations.contains(counterexample.mutation())
                && clauses.stream().anyMatch(pattern -> Clause.isLike(counterexample.clause(), pattern));
    }

    /** Each of its claims that does not hold, in a line: one that names no counterexample, or one that breaks its clause. */
    List<String> stale(List<Counterexample> all) {
        List<String> stale = new ArrayList<>();
        for (String clause : clauses) {
            for (String mutation : mutations) {
                Equivalent one = new Equivalent(place, List.of(clause), List.of(mutation), why);
                List<Counterexample> named = all.stream().filter(one::names).toList();
                String claim = place + ": '" + mutation + "' of " + clause;
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
