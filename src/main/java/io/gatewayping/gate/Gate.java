package io.gatewayping.gate;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionParser;
import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Exchange;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Runs the features against a provider and reaches the verdict. */
public final class Gate {

    private static final String STEPS = "io.gatewayping.steps";

    private final Contract contract;
    private final List<GateListener> listeners;
    private final Seed seed;
    private final Acceptance acceptance;
    private final Map<URI, List<Feature>> parsed = new ConcurrentHashMap<>();
    private final Backend steps;

    /** Judges by this contract with keys from this seed, and tells these listeners. */
    public Gate(Contract contract, Seed seed, List<GateListener> listeners) {
        this(contract, seed, Acceptance.NOTHING, listeners);
    }

    /** The same, while some findings are known. */
    public Gate(Contract contract, Seed seed, Acceptance acceptance, List<GateListener> listeners) {
        this.acceptance = acceptance;
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
        return run(() -> provider, features, reports);
    }

    /**
     * Runs the features.
     *
     * @param provider asked before each scenario, so that no token expires in the middle of one
     * @param reports Cucumber's own ones, as {@code html:FILE} or {@code junit:FILE}
     * @throws io.cucumber.core.exception.CucumberException when a feature cannot be parsed
     */
    public RunResult run(Supplier<Provider> provider, Features features, List<String> reports) {
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
        if (!provider.get().arranging().isLive()) {
            options.addTagFilter(TagExpressionParser.parse("not " + Features.LIVE_ONLY));
        }
        Claims claims = new Claims(contract, parsed(locations));
        ThreadLocal<StepFactory> factories = ThreadLocal.withInitial(() -> new StepFactory(
                () -> new ScenarioRun(contract, provider.get(), seed),
                result -> ended(
                        result.notExercised().isEmpty() ? result : result.claiming(claims.of(result.location())),
                        scenarios)));
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
        List<String> reasons = new ArrayList<>();
        provider.get().arranging().trouble().ifPresent(reasons::add);
        if (features.required() != null) {
            reasons.addAll(missing(features.required(), scenarios, claims));
        }
        return told(new RunResult(List.copyOf(scenarios), contract.clauses(), reasons, acceptance, took, seed));
    }

    private static List<String> missing(String required, List<ScenarioResult> scenarios, Claims claims) {
        Expression tags = TagExpressionParser.parse(required);
        return scenarios.stream()
                .filter(scenario -> scenario.outcome() == ScenarioOutcome.NOT_EXERCISED)
                .filter(scenario -> claims.isTagged(scenario.location(), tags))
                .map(scenario -> scenario.feature() + ": " + scenario.name() + ": required, and not exercised: "
                        + String.join("; ", scenario.notExercised()))
                .toList();
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
        return told(new RunResult(List.of(), contract.clauses(), List.of(obstacle), acceptance, Duration.ZERO, seed));
    }

    /**
     * Tells the listeners of a run that cannot begin, though something was exchanged; it is judged.
     *
     * @param obstacle why, in words
     * @param seen what was exchanged
     */
    public RunResult notRun(String obstacle, Provider provider, List<Exchange> seen) {
        ScenarioRun scenario = new ScenarioRun(contract, provider, seed);
        scenario.saw(seen);
        List<ScenarioResult> scenarios = seen.isEmpty() ? List.of() : List.of(scenario.result());
        return told(new RunResult(scenarios, contract.clauses(), List.of(obstacle), acceptance, Duration.ZERO, seed));
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
