package io.gatewayping.gate;

import io.gatewayping.contract.Basis;
import io.gatewayping.contract.Clause;
import io.gatewayping.judge.Finding;
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
        List<Optional<String>> each = shown.showings().stream()
                .map(showing -> of(showing.finding(), showing.scenario(), clauses))
                .toList();
        return each.stream().allMatch(Optional::isPresent) ? each.get(0) : Optional.empty();
    }

    /** Why a finding does not fail the scenario that showed it, when it does not. */
    Optional<String> of(Finding finding, ScenarioResult scenario, Collection<Clause> clauses) {
        Optional<Basis> basis = clauses.stream()
                .filter(clause -> clause.id().equals(finding.clause()))
                .map(Clause::basis)
                .findFirst();
        if (basis.isPresent() && basis.get().compareTo(weakest) > 0) {
            return Optional.of("its basis is " + basis.get().word());
        }
        return known.stream()
                .filter(each -> !each.isOver(today) && each.isThat(finding, scenario))
                .findFirst()
                .map(Acceptance::words);
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
                    .anyMatch(showing -> each.isThat(showing.finding(), showing.scenario()));
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
