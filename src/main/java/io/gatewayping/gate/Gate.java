package io.gatewayping.gate;

import io.cucumber.core.eventbus.RandomUuidGenerator;
import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.Plugin;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionParser;
import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Exchange;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs the features against a provider and reaches the verdict. */
public final class Gate {

    /** Where the steps are. */
    static final List<URI> GLUE = List.of(GluePath.parse("io.gatewayping.steps"));

    private static final Pattern TAG = Pattern.compile("@[^\\s()]+");

    /** What stands on the class path is the same as long as the process lives. */
    private static final Map<URI, List<ReadFeature>> BUILT_IN = new ConcurrentHashMap<>();

    /** What was found to be as it must be, by a contract, stays so. */
    private static final Map<Contract, Set<Feature>> CHECKED = Collections.synchronizedMap(new WeakHashMap<>());

    private final Contract contract;
    private final List<GateListener> listeners;
    private final Seed seed;
    private final Acceptance acceptance;
    private final Map<URI, List<ReadFeature>> read = new ConcurrentHashMap<>();
    private final StepsReadOnce steps;
    private final NothingThere nothing;

    /** Judges by this contract with keys from this seed, and tells these listeners. */
    public Gate(Contract contract, Seed seed, List<GateListener> listeners) {
        this(contract, seed, Acceptance.NOTHING, listeners);
    }

    /** The same, while some findings are known. */
    public Gate(Contract contract, Seed seed, Acceptance acceptance, List<GateListener> listeners) {
        this.acceptance = acceptance;
        this.contract = contract;
        steps = new StepsReadOnce(contract);
        nothing = new NothingThere(contract);
        this.seed = seed;
        this.listeners = listeners;
    }

    /**
     * Runs the features.
     *
     * @param before what was exchanged before, judged
     * @param reports what listens to Cucumber
     * @throws io.cucumber.core.exception.CucumberException when a feature cannot be parsed
     */
    public RunResult run(Provider provider, Features features, List<ScenarioResult> before, Plugin... reports)
            throws InvalidFeature {
        return run(() -> provider, features, before, reports);
    }

    /**
     * Runs the features.
     *
     * @param provider asked before each scenario, so that no token expires in the middle of one
     * @param before what was exchanged before, judged
     * @param reports what listens to Cucumber
     * @throws io.cucumber.core.exception.CucumberException when a feature cannot be parsed
     */
    public RunResult run(Supplier<Provider> provider, Features features, List<ScenarioResult> before, Plugin... reports)
            throws InvalidFeature {
        long start = System.nanoTime();
        List<ScenarioResult> scenarios = new ArrayList<>();
        RuntimeOptionsBuilder options = new RuntimeOptionsBuilder()
                .addGlue(GLUE.get(0))
                .setMonochrome()
                .setPublishQuiet(true)
                .setThreads(features.threads());
        Selection selection = new Selection(features);
        selection.applyTo(options);
        check(features);
        Provider first = provider.get();
        before.forEach(result -> ended(result, scenarios));
        List<ReadFeature> all = read(selection);
        Map<String, ScenarioText> texts = texts(all);
        // Of the others Cucumber's reports say nothing.
        List<Feature> asked = all.stream()
                .map(ReadFeature::feature)
                .filter(feature -> !selection.of(feature).isEmpty())
                .toList();
        Claims claims = new Claims(contract, texts);
        KeptTasks kept = new KeptTasks();
        ThreadLocal<StepFactory> factories = ThreadLocal.withInitial(() -> new StepFactory(
                () -> new ScenarioRun(
                        contract, provider.get(), seed, kept, nothing, (name, polls) -> polled(name, polls, scenarios)),
                result -> ended(
                        result.notExercised().isEmpty() ? result : result.claiming(claims.of(result.location())),
                        scenarios)));
        try {
            Runtime.builder()
                    .withRuntimeOptions(options.build())
                    // Otherwise Cucumber looks through the whole class path for one of somebody else's.
                    .withUuidGeneratorSupplier(RandomUuidGenerator::new)
                    .withAdditionalPlugins(reports)
                    .withFeatureSupplier(() -> asked)
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
        // They end in another order each time.
        List<String> order = List.copyOf(texts.keySet());
        scenarios.sort(Comparator.comparingInt(scenario -> order.indexOf(scenario.location())));
        List<String> reasons = new ArrayList<>();
        if (scenarios.size() == before.size()) {
            // What was exchanged before the first scenario is none, and no verdict can rest on it alone.
            reasons.add("no scenario was run");
        }
        first.arranging().trouble().ifPresent(reasons::add);
        if (features.required() != null) {
            reasons.addAll(missing(features.required(), scenarios, claims));
        }
        return told(new RunResult(
                List.copyOf(scenarios),
                contract.clauses(),
                List.copyOf(reasons),
                acceptance,
                first.sender().sent(),
                took,
                seed,
                texts));
    }

    private static List<String> missing(String required, List<ScenarioResult> scenarios, Claims claims) {
        Expression tags = TagExpressionParser.parse(required);
        List<ScenarioResult> asked = scenarios.stream()
                .filter(scenario -> claims.isTagged(scenario.location(), tags))
                .toList();
        if (asked.isEmpty()) {
            return List.of("no scenario with the required tags '" + required + "' was run");
        }
        return asked.stream()
                .filter(scenario -> scenario.outcome() == ScenarioOutcome.NOT_EXERCISED)
                .map(scenario -> scenario.title() + ": required, and not exercised: "
                        + String.join("; ", scenario.notExercised()))
                .toList();
    }

    /**
     * What would be run, in order, by where it stands.
     *
     * @throws io.cucumber.core.exception.CucumberException when a feature cannot be parsed
     */
    public Map<String, ScenarioText> texts(Features features) {
        Selection selection = new Selection(features);
        List<ReadFeature> all = read(selection);
        Map<String, ScenarioText> texts = texts(all);
        texts.keySet()
                .retainAll(all.stream()
                        .flatMap(read -> selection.of(read.feature()).stream())
                        .map(pickle ->
                                pickle.getUri() + ":" + pickle.getLocation().getLine())
                        .collect(Collectors.toSet()));
        return texts;
    }

    private static Map<String, ScenarioText> texts(List<ReadFeature> features) {
        Map<String, ScenarioText> texts = new LinkedHashMap<>();
        features.forEach(read -> texts.putAll(read.texts()));
        return texts;
    }

    /**
     * What is misspelt among the tags that are asked for, in words: no scenario has it, and one that is like it there is.
     *
     * @throws io.cucumber.core.exception.CucumberException when a feature cannot be parsed
     */
    public List<String> misspeltTags(Features features) {
        Set<String> known = texts(read(new Selection(features))).values().stream()
                .flatMap(text -> text.tags().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return TAG.matcher(String.join(" ", features.expressions()))
                .results()
                .map(MatchResult::group)
                .filter(tag -> !known.contains(tag) && Meant.nearest(tag, known).isPresent())
                .map(tag -> "no scenario has the tag " + tag + Meant.words(tag, known))
                .toList();
    }

    /** The features at these locations, read only once. */
    private List<ReadFeature> read(Selection selection) {
        return selection.uris().stream()
                .flatMap(uri -> ("classpath".equals(uri.getScheme()) ? BUILT_IN : read)
                        .computeIfAbsent(uri, Gate::read).stream())
                .toList();
    }

    /**
     * Holds the features to what they must be before anything is sent.
     *
     * @throws InvalidFeature when a scenario could not be run as it stands
     * @throws io.cucumber.tagexpressions.TagExpressionException when tags are no expression
     */
    public void check(Features features) throws InvalidFeature {
        for (String tags : features.expressions()) {
            TagExpressionParser.parse(tags);
        }
        Set<Feature> checked = CHECKED.computeIfAbsent(
                contract, any -> Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>())));
        List<Feature> others = read(new Selection(features)).stream()
                .map(ReadFeature::feature)
                .filter(feature -> !checked.contains(feature))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        FeatureCheck check = new FeatureCheck(contract, steps.patterns());
        for (Feature feature : others) {
            check.check(feature);
            checked.add(feature);
        }
    }

    private static List<ReadFeature> read(URI location) {
        return ReadFeature.of(new FeaturePathFeatureSupplier(
                        Gate.class::getClassLoader, () -> List.of(location), new FeatureParser(UUID::randomUUID))
                .get());
    }

    /**
     * Tells the listeners of a run that cannot begin.
     *
     * @param obstacle why, in words
     * @param sent how many requests were sent until then
     */
    public RunResult notRun(String obstacle, int sent) {
        return notRun(obstacle, List.of(), sent);
    }

    /**
     * Tells the listeners of a run that cannot begin, though something was exchanged; it is judged.
     *
     * @param obstacle why, in words
     * @param seen what was exchanged
     */
    public RunResult notRun(String obstacle, Provider provider, List<Exchange> seen) {
        ScenarioRun scenario = new ScenarioRun(contract, provider, seed, new KeptTasks(), nothing, (name, polls) -> {});
        scenario.saw(seen);
        List<ScenarioResult> scenarios = seen.isEmpty() ? List.of() : List.of(accepted(scenario.result()));
        return notRun(obstacle, scenarios, provider.sender().sent());
    }

    private RunResult notRun(String obstacle, List<ScenarioResult> scenarios, int sent) {
        return told(new RunResult(
                scenarios, contract.clauses(), List.of(obstacle), acceptance, sent, Duration.ZERO, seed, Map.of()));
    }

    private RunResult told(RunResult result) {
        listeners.forEach(listener -> listener.runEnded(result));
        return result;
    }

    private void polled(ScenarioName name, int polls, List<ScenarioResult> scenarios) {
        synchronized (scenarios) {
            listeners.forEach(listener -> listener.polled(name, polls));
        }
    }

    private ScenarioResult accepted(ScenarioResult result) {
        return result.accepting(
                finding -> acceptance.of(finding, result, contract.clauses()).isPresent());
    }

    private void ended(ScenarioResult scenario, List<ScenarioResult> scenarios) {
        ScenarioResult result = accepted(scenario);
        synchronized (scenarios) {
            scenarios.add(result);
            listeners.forEach(listener -> listener.scenarioEnded(result));
        }
    }
}
