package io.gatewayping.proof;

import io.gatewayping.contract.Clause;
import io.gatewayping.proof.Trial.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of all trials.
 *
 * @param clauses every clause that was to be proven
 * @param trials one for each counterexample
 * @param stale what the contract says of equivalents and does not hold, each in a line
 * @param took how long all of it took
 */
public record Proof(Collection<Clause> clauses, List<Trial> trials, List<String> stale, Duration took) {

    /** The counterexamples that the gate did not treat as it should. */
    public List<Trial> survivors() {
        return trials.stream()
                .filter(trial -> trial.outcome() == Outcome.SURVIVED)
                .toList();
    }

    /** The trials, counted by what judges the clause that they are to break. */
    public List<Tally> byKind() {
        List<Tally> tallies = new ArrayList<>();
        for (Clause.Kind kind : Clause.Kind.values()) {
            Set<String> ids = clauses.stream()
                    .filter(clause -> clause.kind() == kind)
                    .map(Clause::id)
                    .collect(Collectors.toSet());
            List<Trial> some = trials.stream()
                    .filter(trial -> ids.contains(trial.counterexample().clause()))
                    .toList();
            if (!some.isEmpty()) {
                tallies.add(Tally.of(kind.name().toLowerCase(Locale.ROOT), some));
            }
        }
        return tallies;
    }

    /** All trials, counted. */
    public Tally total() {
        return Tally.of("all", trials);
    }

    /** The ids of the clauses that no counterexample breaks. */
    public List<String> unproven() {
        Set<String> broken = trials.stream()
                .filter(trial -> trial.counterexample().breaks())
                .map(trial -> trial.counterexample().clause())
                .collect(Collectors.toSet());
        return clauses.stream()
                .map(Clause::id)
                .filter(id -> !broken.contains(id))
                .toList();
    }

    /** Whether every clause was seen to fail, and nothing is left to explain. */
    public boolean isComplete() {
        return !trials.isEmpty() && survivors().isEmpty() && unproven().isEmpty() && stale.isEmpty();
    }
}
