package io.gatewayping.proof;

import io.gatewayping.contract.Clause;
import io.gatewayping.counterexample.Counterexample;
import io.gatewayping.gate.Verdict;
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
 * @param oddities one trial for each that is known, or none when only some clauses were to be proven
 * @param stale what the contract says of equivalents and does not hold, each in a line
 * @param took how long all of it took
 */
public record Proof(
        Collection<Clause> clauses, List<Trial> trials, List<OddTrial> oddities, List<String> stale, Duration took) {

    private static final String BEHAVIOUR = "behaviour";

    /** The counterexamples that the gate did not treat as it should. */
    public List<Trial> survivors() {
        return trials.stream()
                .filter(trial -> trial.outcome() == Outcome.SURVIVED)
                .toList();
    }

    /** The oddities that the gate refused, or could not judge. */
    public List<OddTrial> refused() {
        return oddities.stream()
                .filter(trial -> trial.verdict() != Verdict.CONFORMS)
                .toList();
    }

    /** The trials, counted by what judges the clause that they are to break; those of behaviour by themselves. */
    public List<Tally> byKind() {
        List<Tally> tallies = new ArrayList<>();
        for (Clause.Kind kind : Clause.Kind.values()) {
            Set<String> ids = clauses.stream()
                    .filter(clause -> clause.kind() == kind)
                    .map(Clause::id)
                    .collect(Collectors.toSet());
            List<Trial> some = trials.stream()
                    .filter(trial -> !isBehaviour(trial)
                            && ids.contains(trial.counterexample().clause()))
                    .toList();
            if (!some.isEmpty()) {
                tallies.add(Tally.of(kind.name().toLowerCase(Locale.ROOT), some));
            }
        }
        List<Trial> behaviours = trials.stream().filter(Proof::isBehaviour).toList();
        if (!behaviours.isEmpty()) {
            tallies.add(Tally.of(BEHAVIOUR, behaviours));
        }
        return tallies;
    }

    private static boolean isBehaviour(Trial trial) {
        return trial.counterexample().shows() != Counterexample.Shows.ANSWERS;
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
        return !trials.isEmpty()
                && survivors().isEmpty()
                && refused().isEmpty()
                && unproven().isEmpty()
                && stale.isEmpty();
    }
}
