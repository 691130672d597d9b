package io.gatewayping.proof;

import io.gatewayping.proof.Trial.Outcome;
import java.util.List;

/**
 * Trials, counted.
 *
 * @param name what they have in common
 * @param clauses how many clauses they try to break
 * @param counterexamples how many there are
 * @param killed how many were refused by the name of their clause
 * @param equivalent how many break nothing, as the contract says
 * @param survivors all others
 */
public record Tally(String name, long clauses, long counterexamples, long killed, long equivalent, long survivors) {

    static Tally of(String name, List<Trial> trials) {
        return new Tally(
                name,
                trials.stream()
                        .map(trial -> trial.counterexample().clause())
                        .distinct()
                        .count(),
                trials.size(),
                count(trials, Outcome.KILLED),
                count(trials, Outcome.EQUIVALENT),
                count(trials, Outcome.SURVIVED));
    }

    private static long count(List<Trial> trials, Outcome outcome) {
        return trials.stream().filter(trial -> trial.outcome() == outcome).count();
    }
}
