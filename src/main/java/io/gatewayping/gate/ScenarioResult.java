package io.gatewayping.gate;

import io.gatewayping.exchange.Exchange;
import io.gatewayping.judge.Finding;
import java.util.List;
import java.util.Set;

/**
 * What came of one scenario.
 *
 * @param feature the file that it stands in
 * @param location where it stands, as Cucumber takes it: {@code uri:line}
 * @param name its name
 * @param claimed the ids of the clauses that it claims
 * @param evaluated the ids of the clauses that its exchanges gave something to judge by
 * @param findings the clauses that they broke, whoever claims them
 * @param inconclusive why something could not be judged, in words
 * @param notExercised why nothing could bring about what it is about, in words; empty when it was brought about
 * @param exchanges every exchange, in order
 * @param reproduction how it is shown again
 */
public record ScenarioResult(
        String feature,
        String location,
        String name,
        Set<String> claimed,
        Set<String> evaluated,
        List<Finding> findings,
        List<String> inconclusive,
        List<String> notExercised,
        List<Exchange> exchanges,
        Reproduction reproduction) {

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
            case DOES_NOT_CONFORM -> ScenarioOutcome.DOES_NOT_CONFORM;
            case INCONCLUSIVE ->
                notExercised.isEmpty() || !inconclusive.isEmpty()
                        ? ScenarioOutcome.INCONCLUSIVE
                        : ScenarioOutcome.NOT_EXERCISED;
        };
    }

    /** The same scenario that claims these clauses. */
    ScenarioResult claiming(Set<String> clauses) {
        return new ScenarioResult(
                feature,
                location,
                name,
                clauses,
                evaluated,
                findings,
                inconclusive,
                notExercised,
                exchanges,
                reproduction);
    }

    /** How many of its findings are of clauses that other scenarios claim; they break the run and not this scenario. */
    public long findingsOfOthers() {
        return findings.stream().filter(finding -> !isClaimed(finding)).count();
    }

    private boolean isClaimed(Finding finding) {
        return claimed.contains(finding.clause());
    }
}
