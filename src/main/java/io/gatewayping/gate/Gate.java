package io.gatewayping.gate;

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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Runs the features against a provider and reaches the verdict. */
public final class Gate {

    /** Where the steps are. */
    static final List<URI> GLUE = List.of(GluePath.parse("io.gatewayping.steps"));

    private final Contract contract;
    private final List<GateListener> listeners;
    private final Seed seed;
    private final Acceptance acceptance;
    private final Map<URI, List<Feature>> parsed = new ConcurrentHashMap<>();
    private final Set<Feature> checked = ConcurrentHashMap.newKeySet();
    private final StepsReadOnce steps;

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
     * @param before what was exchanged before, judged
     * @param reports Cucumber's own ones, as {@code html:FILE} or {@code junit:FILE}
     * @throws io.cucumber.core.exception.CucumberException when a feature cannot be parsed
     */
    public RunResult run(Provider provider, Features features, List<ScenarioResult> before, List<String> reports)
            throws InvalidFeature {
        return run(() -> provider, features, before, reports);
    }

    /**
     * Runs the features.
     *
     * @param provider asked before each scenario, so that no token expires in the middle of one
     * @param before what was exchanged before, judged
     * @param reports Cucumber's own ones, as {@code html:FILE} or {@code junit:FILE}
     * @throws io.cucumber.core.exception.CucumberException when a feature cannot be parsed
     */
    public RunResult run(
            Supplier<Provider> provider, Features features, List<ScenarioResult> before, List<String> reports)
            throws InvalidFeature {
        long start = System.nanoTime();
        List<ScenarioResult> scenarios = new ArrayList<>();
        RuntimeOptionsBuilder options = new RuntimeOptionsBuilder()
                .addGlue(GLUE.get(0))
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
        check(locations);
        Provider first = provider.get();
        if (!first.arranging().isLive()) {
            options.addTagFilter(TagExpressionParser.parse("not " + Features.LIVE_ONLY));
        }
        before.forEach(result -> ended(result, scenarios));
        Claims claims = new Claims(contract, parsed(locations));
        KeptTasks kept = new KeptTasks();
        ThreadLocal<StepFactory> factories = ThreadLocal.withInitial(() -> new StepFactory(
                () -> new ScenarioRun(contract, provider.get(), seed, kept),
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
            kept.release(first.arranging());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        List<String> reasons = new ArrayList<>();
        first.arranging().trouble().ifPresent(reasons::add);
        if (features.required() != null) {
            reasons.addAll(missing(features.required(), scenarios, claims));
        }
        return told(new RunResult(
                List.copyOf(scenarios),
                contract.clauses(),
                reasons,
                acceptance,
                first.sender().sent(),
                took,
                seed));
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

    /**
     * Holds the features to what they must be before anything is sent.
     *
     * @throws InvalidFeature when a scenario could not be run as it stands
     */
    public void check(Features features) throws InvalidFeature {
        check(features.locations().stream().map(FeatureWithLines::parse).toList());
    }

    private void check(List<FeatureWithLines> locations) throws InvalidFeature {
        FeatureCheck check = new FeatureCheck(contract, steps.patterns());
        for (Feature feature : parsed(locations)) {
            if (checked.add(feature)) {
                check.check(feature);
            }
        }
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
        return told(
                new RunResult(List.of(), contract.clauses(), List.of(obstacle), acceptance, 0, Duration.ZERO, seed));
    }

    /**
     * Tells the listeners of a run that cannot begin, though something was exchanged; it is judged.
     *
     * @param obstacle why, in words
     * @param seen what was exchanged
     */
    public RunResult notRun(String obstacle, Provider provider, List<Exchange> seen) {
        ScenarioRun scenario = new ScenarioRun(contract, provider, seed, new KeptTasks());
        scenario.saw(seen);
        List<ScenarioResult> scenarios = seen.isEmpty() ? List.of() : List.of(scenario.result());
        int sent = provider.sender().sent();
        return told(
                new RunResult(scenarios, contract.clauses(), List.of(obstacle), acceptance, sent, Duration.ZERO, seed));
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
