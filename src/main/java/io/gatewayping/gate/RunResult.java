package io.gatewayping.gate;

import io.gatewayping.contract.Clause;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of a run.
 *
 * @param scenarios in the order of the features
 * @param clauses every clause of the contract
 * @param reasons why the run as a whole could not be judged, in words; empty when it could
 * @param acceptance which findings do not fail it
 * @param requests how many requests were sent, those that change states among them
 * @param took from the first request to the last judgement
 * @param seed what the keys were drawn from
 * @param texts what each scenario says, by its location
 */
public record RunResult(
        List<ScenarioResult> scenarios,
        Collection<Clause> clauses,
        List<String> reasons,
        Acceptance acceptance,
        int requests,
        Duration took,
        Seed seed,
        Map<String, ScenarioText> texts) {

    /** The verdict: green only when there was something to judge and all of it was judged and kept. */
    public Verdict verdict() {
        List<ShownFinding> findings = findings();
        if (findings.stream().anyMatch(shown -> accepted(shown).isEmpty())) {
            return Verdict.DOES_NOT_CONFORM;
        }
        List<ScenarioResult> judged = scenarios.stream()
                .filter(scenario -> scenario.outcome() != ScenarioOutcome.NOT_EXERCISED)
                .toList();
        boolean everyScenarioConforms = judged.stream()
                .allMatch(scenario -> scenario.inconclusive().isEmpty() && scenario.verdict() != Verdict.INCONCLUSIVE);
        return reasons.isEmpty() && !judged.isEmpty() && everyScenarioConforms
                ? Verdict.CONFORMS
                : Verdict.INCONCLUSIVE;
    }

    /** Why a finding does not fail the run, when it does not. */
    public Optional<String> accepted(ShownFinding shown) {
        return acceptance.of(shown, clauses);
    }

    /** What was accepted and holds no longer, by name. */
    public List<String> staleKnown() {
        return acceptance.stale(this);
    }

    /** The scenarios of which nothing could bring about here what they are about. */
    public List<ScenarioResult> notExercised() {
        return scenarios.stream()
                .filter(scenario -> scenario.outcome() == ScenarioOutcome.NOT_EXERCISED)
                .toList();
    }

    /** Why the run as a whole could not be judged, in words; empty when there was something to judge. */
    public List<String> asAWhole() {
        if (!reasons.isEmpty()) {
            return reasons;
        }
        if (scenarios.isEmpty()) {
            return List.of("no scenario was run");
        }
        return notExercised().size() == scenarios.size() ? List.of("no scenario could be exercised") : List.of();
    }

    /** Every reason why something could not be judged, of the run and of its scenarios. */
    public List<String> inconclusive() {
        List<String> all = new ArrayList<>(asAWhole());
        scenarios.forEach(
                scenario -> scenario.inconclusive().forEach(reason -> all.add(scenario.title() + ": " + reason)));
        return all.stream().distinct().toList();
    }

    /** Every clause that was broken in some way, once for each way. */
    public List<ShownFinding> findings() {
        return FindingsInOneWay.of(scenarios);
    }

    /** Where the features stand that its scenarios are of. */
    public Set<URI> features() {
        return texts.keySet().stream()
                .map(location -> URI.create(location.replaceFirst(":\\d+$", "")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What a scenario says. */
    public ScenarioText text(ScenarioResult scenario) {
        return texts.getOrDefault(scenario.location(), ScenarioText.NONE);
    }

    /** The ids of the clauses that there was something to judge by. */
    public Set<String> exercised() {
        return scenarios.stream()
                .flatMap(scenario -> scenario.evaluated().stream())
                .collect(Collectors.toSet());
    }

    /** How many requests were sent to the operation. */
    public int exchanges() {
        return scenarios.stream()
                .mapToInt(scenario -> scenario.exchanges().size())
                .sum();
    }
}
