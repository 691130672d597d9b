package io.gatewayping.gate;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.tagexpressions.TagExpressionParser;
import io.gatewayping.contract.Contract;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Runs the features against a provider and reaches the verdict. */
public final class Gate {

    private static final String STEPS = "io.gatewayping.steps";

    private final Contract contract;
    private final List<GateListener> listeners;
    private final Seed seed;
    private final Map<URI, List<Feature>> parsed = new ConcurrentHashMap<>();
    private final Backend steps;

    /** Judges by this contract with keys from this seed, and tells these listeners. */
    public Gate(Contract contract, Seed seed, List<GateListener> listeners) {
        this.contract = contract;
        steps = new StepsReadOnce(contract);
        this.seed = seed;
        this.listeners = listeners;
    }

    /**
     * Runs the features.
     *
     * @param reports Cucumber's own ones, as {@code html:FILE} or {@code junit:FILE}
     * @throws io.cucumber.core.exception.CucumberException when a feature cannot be parsed
     */
    public RunResult run(Provider provider, Features features, List<String> reports) {
        long start = System.nanoTime();
        List<ScenarioResult> scenarios = new ArrayList<>();
        RuntimeOptionsBuilder options = new RuntimeOptionsBuilder()
                .addGlue(GluePath.parse(STEPS))
                .setMonochrome()
                .setPublishQuiet(true)
                .setThreads(features.threads());
        List<FeatureWithLines> locations =
                features.locations().stream().map(FeatureWithLines::parse).toList();
        locations.forEach(options::addFeature);
        reports.forEach(options::addPluginName);
        if (features.tags() != null) {
            options.addTagFilter(TagExpressionParser.parse(features.tags()));
        }
        ThreadLocal<StepFactory> factories = ThreadLocal.withInitial(() ->
                new StepFactory(() -> new ScenarioRun(contract, provider, seed), result -> ended(result, scenarios)));
        try {
            Runtime.builder()
                    .withRuntimeOptions(options.build())
                    .withFeatureSupplier(() -> parsed(locations))
                    .withBackendSupplier(() -> List.of(steps))
                    .withObjectFactorySupplier(factories::get)
                    .withClassLoader(Gate.class::getClassLoader)
                    .build()
                    .run();
        } finally {
            // This thread may run other gates, and would keep every exchange of this one.
            factories.remove();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return told(new RunResult(List.copyOf(scenarios), contract.clauses(), List.of(), took, seed));
    }

    /** The features at these locations, read only once. */
    private List<Feature> parsed(List<FeatureWithLines> locations) {
        return locations.stream()
                .map(FeatureWithLines::uri)
                .distinct()
                .flatMap(uri -> parsed.computeIfAbsent(uri, Gate::parse).stream())
                .toList();
    }

    private static List<Feature> parse(URI location) {
        return new FeaturePathFeatureSupplier(
                        Gate.class::getClassLoader, () -> List.of(location), new FeatureParser(UUID::randomUUID))
                .get();
    }

    /**
     * Tells the listeners of a run that cannot begin.
     *
     * @param obstacle why, in words
     */
    public RunResult notRun(String obstacle) {
        return told(new RunResult(List.of(), contract.clauses(), List.of(obstacle), Duration.ZERO, seed));
    }

    private RunResult told(RunResult result) {
        listeners.forEach(listener -> listener.runEnded(result));
        return result;
    }

    private void ended(ScenarioResult result, List<ScenarioResult> scenarios) {
        synchronized (scenarios) {
            scenarios.add(result);
            listeners.forEach(listener -> listener.scenarioEnded(result));
        }
    }
}
