package io.gatewayping.junit;

import io.gatewayping.contract.Contract;
import io.gatewayping.gate.Acceptance;
import io.gatewayping.gate.Features;
import io.gatewayping.gate.Gate;
import io.gatewayping.gate.InvalidFeature;
import io.gatewayping.gate.Preflight;
import io.gatewayping.gate.Provider;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.gate.ScenarioText;
import io.gatewayping.gate.Seed;
import io.gatewayping.gate.ShownFinding;
import io.gatewayping.gate.ShownFinding.Showing;
import io.gatewayping.gate.Verdict;
import io.gatewayping.judge.Finding;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * A test for each scenario, run by itself when JUnit runs it; one before them for the first request of all, and one behind
 * them for what broke without a scenario that claims it.
 */
final class ScenarioTests {

    private final Contract contract;
    private final Provider provider;
    private final Features features;
    private final Seed seed = Seed.fresh();
    private final Gate gate;
    private final List<ScenarioResult> ended = new ArrayList<>();
    private Preflight.@Nullable Result first;

    ScenarioTests(Contract contract, Provider provider, Features features) {
        this.contract = contract;
        this.provider = provider;
        this.features = features;
        this.gate = new Gate(contract, seed, List.of());
    }

    Stream<DynamicNode> nodes() {
        Map<String, List<DynamicNode>> byFeature = new LinkedHashMap<>();
        gate.texts(features).forEach((location, text) -> byFeature
                .computeIfAbsent(text.feature(), name -> new ArrayList<>())
                .add(test(location, text)));
        if (byFeature.isEmpty()) {
            throw new IllegalStateException("there is no scenario with the tags " + features.tags());
        }
        return Stream.of(
                        Stream.of(DynamicTest.dynamicTest("The provider can be judged", this::judgeFirst)),
                        byFeature.entrySet().stream()
                                .map(feature ->
                                        DynamicContainer.dynamicContainer(feature.getKey(), feature.getValue())),
                        Stream.of(DynamicTest.dynamicTest(
                                "No clause is broken that no scenario claims", this::judgeUnclaimed)))
                .flatMap(part -> part);
    }

    private DynamicTest test(String location, ScenarioText text) {
        // As IDEs find it.
        URI source =
                URI.create(location.replaceFirst("^classpath:/*", "classpath:/").replaceFirst(":(\\d+)$", "?line=$1"));
        return DynamicTest.dynamicTest(text.name(), source, () -> judge(location));
    }

    /** Looked at once, by whichever test is run first. */
    private synchronized Preflight.Result first() {
        if (first == null) {
            first = new Preflight(contract, provider, seed).look();
            ended.add(first.result());
        }
        return first;
    }

    private void judgeFirst() {
        Optional<String> obstacle = first().obstacle();
        if (obstacle.isPresent()) {
            throw notJudged(List.of(obstacle.get()));
        }
        tell(first().result());
    }

    private void judge(String location) throws InvalidFeature {
        if (first().obstacle().isPresent()) {
            throw new TestAbortedException("not run: " + first().obstacle().get());
        }
        RunResult run = gate.run(provider, new Features(List.of(location), null, 1), List.of());
        synchronized (this) {
            ended.addAll(run.scenarios());
        }
        if (run.scenarios().isEmpty()) {
            throw notJudged(run.inconclusive());
        }
        run.scenarios().forEach(ScenarioTests::tell);
    }

    private static void tell(ScenarioResult scenario) {
        if (scenario.verdict() == Verdict.DOES_NOT_CONFORM) {
            throw new AssertionError(scenario.findings().stream()
                    .filter(finding -> scenario.claimed().contains(finding.clause()))
                    .map(finding -> words(scenario, finding))
                    .collect(Collectors.joining("\n\n")));
        }
        if (scenario.verdict() == Verdict.INCONCLUSIVE) {
            throw notJudged(scenario.inconclusive());
        }
    }

    private synchronized void judgeUnclaimed() {
        if (first().obstacle().isPresent()) {
            throw new TestAbortedException("not run: " + first().obstacle().get());
        }
        RunResult all = new RunResult(
                List.copyOf(ended),
                contract.clauses(),
                List.of(),
                Acceptance.NOTHING,
                0,
                Duration.ZERO,
                seed,
                Map.of());
        Predicate<Showing> isTold = showing ->
                showing.scenario().claimed().contains(showing.finding().clause());
        List<ShownFinding> untold = all.findings().stream()
                .filter(shown -> shown.showings().stream().noneMatch(isTold))
                .toList();
        if (!untold.isEmpty()) {
            throw new AssertionError(untold.stream()
                    .map(shown -> words(shown.showings().get(0).scenario(), shown.finding()))
                    .collect(Collectors.joining("\n\n")));
        }
    }

    private static String words(ScenarioResult scenario, Finding finding) {
        return finding.words() + "\n" + scenario.reproduction().of(finding);
    }

    private static IllegalStateException notJudged(List<String> reasons) {
        return new IllegalStateException("could not be judged: " + String.join("; ", reasons));
    }
}
