package io.gatewayping.gate;

import io.gatewayping.exchange.Exchange;
import io.gatewayping.judge.Finding;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What came of one scenario.
 *
 * @param scenario which one
 * @param claimed the ids of the clauses that it claims
 * @param evaluated the ids of the clauses that its exchanges gave something to judge by
 * @param findings the clauses that they broke, whoever claims them
 * @param inconclusive why something could not be judged, in words
 * @param notExercised why nothing could bring about what it is about, in words; empty when it was brought about
 * @param accepted whether its user has accepted all that breaks what it claims
 * @param exchanges every exchange, in order
 * @param reproduction how it is shown again
 */
public record ScenarioResult(
        ScenarioName scenario,
        Set<String> claimed,
        Set<String> evaluated,
        List<Finding> findings,
        List<String> inconclusive,
        List<String> notExercised,
        boolean accepted,
        List<Exchange> exchanges,
        Reproduction reproduction) {

    /** The file that it stands in. */
    public String feature() {
        return scenario.feature();
    }

    /** Where it stands, as Cucumber takes it: {@code uri:line}. */
    public String location() {
        return scenario.location();
    }

    /** Its name. */
    public String name() {
        return scenario.words();
    }

    /** The file that it stands in and its name; what stands in none has its name alone. */
    public String title() {
        return feature().isEmpty() ? name() : feature() + ": " + name();
    }

    /** The tag that is its own, empty when it has none. */
    public String tag() {
        return scenario.tag();
    }

    /** The verdict on what this scenario claims. */
    public Verdict verdict() {
        if (findings.stream().anyMatch(this::isClaimed)) {
            return Verdict.DOES_NOT_CONFORM;
        }
        return inconclusive.isEmpty() && !evaluated.isEmpty() ? Verdict.CONFORMS : Verdict.INCONCLUSIVE;
    }

    /** What came of it. */
    public ScenarioOutcome outcome() {
        return switch (verdict()) {
            case CONFORMS -> notExercised.isEmpty() ? ScenarioOutcome.CONFORMS : ScenarioOutcome.NOT_EXERCISED;
            case DOES_NOT_CONFORM -> accepted ? ScenarioOutcome.KNOWN : ScenarioOutcome.DOES_NOT_CONFORM;
            case INCONCLUSIVE ->
                notExercised.isEmpty() || !inconclusive.isEmpty()
                        ? ScenarioOutcome.INCONCLUSIVE
                        : ScenarioOutcome.NOT_EXERCISED;
        };
    }

    /** The same scenario that claims these clauses. */
    ScenarioResult claiming(Set<String> clauses) {
        return new ScenarioResult(
                scenario, clauses, evaluated, findings, inconclusive, notExercised, accepted, exchanges, reproduction);
    }

    /** The same scenario, of which these findings are accepted. */
    ScenarioResult accepting(Predicate<Finding> findingIs) {
        boolean all = findings.stream().filter(this::isClaimed).allMatch(findingIs);
        return new ScenarioResult(
                scenario, claimed, evaluated, findings, inconclusive, notExercised, all, exchanges, reproduction);
    }

    /** How many of its findings are of clauses that other scenarios claim; they break the run and not this scenario. */
    public long findingsOfOthers() {
        return FindingsInOneWay.of(List.of(this)).stream()
                .filter(shown -> !isClaimed(shown.finding()))
                .count();
    }

    private boolean isClaimed(Finding finding) {
        return claimed.contains(finding.clause());
    }
}
