package io.gatewayping.proof;

import io.gatewayping.contract.Clause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of all trials.
 *
 * @param clauses every clause that was to be proven
 * @param trials one for each counterexample
 * @param took how long all of it took
 */
public record Proof(Collection<Clause> clauses, List<Trial> trials, Duration took) {

    /** The counterexamples that the gate did not refuse, or refused for another reason. */
    public List<Trial> survivors() {
        return trials.stream().filter(trial -> !trial.isKilled()).toList();
    }

    /** The trials by what judges the clause that they break. */
    public SortedMap<Clause.Kind, List<Trial>> byKind() {
        SortedMap<Clause.Kind, List<Trial>> byKind = new TreeMap<>();
        for (Clause clause : clauses) {
            trials.stream()
                    .filter(trial -> trial.counterexample().clause().equals(clause.id()))
                    .forEach(trial -> byKind.computeIfAbsent(clause.kind(), kind -> new ArrayList<>())
                            .add(trial));
        }
        return byKind;
    }

    /** The ids of the clauses that no counterexample breaks. */
    public List<String> unproven() {
        Set<String> broken =
                trials.stream().map(trial -> trial.counterexample().clause()).collect(Collectors.toSet());
        return clauses.stream()
                .map(Clause::id)
                .filter(id -> !broken.contains(id))
                .toList();
    }

    /** Whether every clause was seen to fail, and every counterexample was refused. */
    public boolean isComplete() {
        return !trials.isEmpty() && survivors().isEmpty() && unproven().isEmpty();
    }
}
