package io.gatewayping.gate;

import io.gatewayping.contract.Basis;
import io.gatewayping.contract.Clause;
import io.gatewayping.gate.ShownFinding.Showing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which findings do not fail a run.
 *
 * @param known what its user has accepted
 * @param weakest the weakest basis of a clause whose findings fail it
 * @param today the day on which this is asked
 */
public record Acceptance(List<Known> known, Basis weakest, LocalDate today) {

    /** None. */
    public static final Acceptance NOTHING = new Acceptance(List.of(), Basis.INFERRED, LocalDate.EPOCH);

    /** Why a finding does not fail the run, when it does not: all that showed it is accepted. */
    Optional<String> of(ShownFinding shown, Collection<Clause> clauses) {
        Optional<Basis> basis = clauses.stream()
                .filter(clause -> clause.id().equals(shown.finding().clause()))
                .map(Clause::basis)
                .findFirst();
        if (basis.isPresent() && basis.get().compareTo(weakest) > 0) {
            return Optional.of("its basis is " + basis.get().word());
        }
        return shown.showings().stream().allMatch(showing -> by(showing).isPresent())
                ? by(shown.showings().get(0)).map(Acceptance::words)
                : Optional.empty();
    }

    private Optional<Known> by(Showing showing) {
        return known.stream()
                .filter(each -> !each.isOver(today) && each.isThat(showing))
                .findFirst();
    }

    private static String words(Known known) {
        return "known until " + known.until() + ": " + known.reason()
                + (known.link() == null ? "" : " (" + known.link() + ")");
    }

    /** What of it holds no longer, by name. */
    List<String> stale(RunResult run) {
        List<String> stale = new ArrayList<>();
        for (Known each : known) {
            List<String> ids = run.clauses().stream()
                    .map(Clause::id)
                    .filter(id -> Clause.isLike(id, each.clause()))
                    .toList();
            boolean occurs = run.findings().stream()
                    .flatMap(shown -> shown.showings().stream())
                    .anyMatch(each::isThat);
            if (ids.isEmpty()) {
                stale.add("the known finding " + each.words() + " names no clause of the contract");
            } else if (each.isOver(today)) {
                stale.add("the known finding " + each.words() + " was accepted until " + each.until());
            } else if (!occurs && run.exercised().stream().anyMatch(ids::contains)) {
                stale.add("the known finding " + each.words() + " no longer occurs; take it out");
            }
        }
        return stale;
    }
}
