package io.gatewayping.proof;

import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Equivalent;
import io.gatewayping.counterexample.Behaviours;
import io.gatewayping.counterexample.Counterexample;
import io.gatewayping.counterexample.Counterexamples;
import io.gatewayping.counterexample.Oddities;
import io.gatewayping.counterexample.Oddity;
import io.gatewayping.counterexample.StaleEquivalents;
import io.gatewayping.exchange.Limits;
import io.gatewayping.exchange.Poller;
import io.gatewayping.exchange.Sender;
import io.gatewayping.exchange.Tokens;
import io.gatewayping.exchange.Transport;
import io.gatewayping.gate.Acceptance;
import io.gatewayping.gate.Features;
import io.gatewayping.gate.Gate;
import io.gatewayping.gate.InvalidFeature;
import io.gatewayping.gate.Preflight;
import io.gatewayping.gate.Provider;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.gate.Seed;
import io.gatewayping.gate.ShownFinding;
import io.gatewayping.gate.Verdict;
import io.gatewayping.proof.Trial.Outcome;
import io.gatewayping.state.ByStateUrl;
import io.gatewayping.state.ProviderStates;
import io.gatewayping.stub.Stub;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the gate against a provider for each counterexample: the stub, but for the one thing that is wrong. */
public final class Prover {

    private static final String TOKEN = "a-token-for-the-proof";
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(10));
    private static final Seed SEED = Seed.fresh();
    private static final Duration POLL_DEADLINE = Duration.ofSeconds(2);

    private final Contract contract;
    private final String features;
    private final Consumer<Trial> listener;
    private final Gate gate;

    /**
     * Proves the clauses of a contract.
     *
     * @param features where the features stand, as Cucumber takes it
     * @param listener hears of each trial as it ends, by one thread at a time
     */
    public Prover(Contract contract, String features, Consumer<Trial> listener) {
        this.contract = contract;
        this.features = features;
        this.listener = listener;
        gate = new Gate(contract, SEED, List.of());
    }

    /**
     * Tries every counterexample to the clauses chosen.
     *
     * @throws InvalidFeature when a feature cannot be run as it stands
     * @throws NothingProven when the honest provider does not conform: nothing is proven by refusing everything
     */
    public Proof prove(Predicate<Clause> chosen)
            throws InterruptedException, NothingProven, InvalidFeature, Stub.NotStarted {
        long start = System.nanoTime();
        List<Clause> clauses = contract.clauses().stream().filter(chosen).toList();
        List<String> ids = clauses.stream().map(Clause::id).toList();
        List<Trial> trials = new ArrayList<>();
        List<OddTrial> oddTrials = new ArrayList<>();
        List<String> stale = StaleEquivalents.of(contract);
        int workers = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            Rehearsal rehearsal = rehearsal();
            Queue<Counterexample> left = new ConcurrentLinkedQueue<>(Stream.concat(
                            Counterexamples.of(contract).stream(), Behaviours.of(contract, rehearsal.reads()).stream())
                    .filter(counterexample -> ids.contains(counterexample.clause()))
                    .toList());
            // What is legal is legal by all clauses together.
            Queue<Oddity> odd = new ConcurrentLinkedQueue<>(
                    clauses.size() == contract.clauses().size() ? Oddities.of(contract) : List.of());
            List<Future<?>> working = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                working.add(pool.submit(() -> {
                    work(left, odd, rehearsal, trials, oddTrials);
                    return null;
                }));
            }
            for (Future<?> worker : working) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
        return new Proof(
                clauses,
                List.copyOf(trials),
                List.copyOf(oddTrials),
                stale,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private Rehearsal rehearsal() throws NothingProven, InvalidFeature, Stub.NotStarted {
        try (Stub stub = stub();
                Transport transport = new Transport(LIMITS)) {
            Rehearsal rehearsal =
                    new Rehearsal(stub, Counterexamples.of(contract).get(0));
            RunResult honest = new Gate(contract, SEED, List.of(rehearsal))
                    .run(provider(stub, transport), new Features(List.of(features), null, 1), List.of());
            if (honest.verdict() != Verdict.CONFORMS) {
                throw new NothingProven(honest);
            }
            return rehearsal;
        }
    }

    private void work(
            Queue<Counterexample> left,
            Queue<Oddity> odd,
            Rehearsal rehearsal,
            List<Trial> trials,
            List<OddTrial> oddTrials)
            throws InvalidFeature, Stub.NotStarted {
        try (Stub stub = stub();
                Transport transport = new Transport(LIMITS)) {
            Provider provider = provider(stub, transport);
            for (Counterexample next = left.poll(); next != null; next = left.poll()) {
                Trial trial = trial(next, stub, provider, rehearsal);
                synchronized (trials) {
                    trials.add(trial);
                    listener.accept(trial);
                }
            }
            for (Oddity next = odd.poll(); next != null; next = odd.poll()) {
                OddTrial trial = trial(next, stub, provider, rehearsal);
                synchronized (oddTrials) {
                    oddTrials.add(trial);
                }
            }
        }
    }

    /** All scenarios that would see it, together: none may refuse it. */
    private OddTrial trial(Oddity oddity, Stub stub, Provider provider, Rehearsal rehearsal) throws InvalidFeature {
        List<String> concerned = rehearsal.concernedBy(oddity.answer(), "").toList();
        if (concerned.isEmpty()) {
            return new OddTrial(oddity, Verdict.INCONCLUSIVE, List.of("no scenario would see it"));
        }
        stub.answerBy(Counterexample.harmless(oddity.what(), contract.underTest(), oddity.answer()));
        RunResult result = gate.run(provider, new Features(concerned, null, 1), List.of());
        return new OddTrial(
                oddity,
                result.verdict(),
                Stream.concat(
                                result.findings().stream()
                                        .map(ShownFinding::finding)
                                        .map(finding ->
                                                finding.clause() + " at " + finding.place() + ": " + finding.actual()),
                                result.inconclusive().stream())
                        .toList());
    }

    private Trial trial(Counterexample counterexample, Stub stub, Provider provider, Rehearsal rehearsal)
            throws InvalidFeature {
        if (counterexample.operation().supporting()) {
            return Direct.trial(contract, counterexample, justification(counterexample));
        }
        if (counterexample.shows() == Counterexample.Shows.FIRST_REQUEST) {
            stub.answerBy(counterexample);
            return trial(
                    counterexample,
                    List.of(new Preflight(contract, provider, SEED).look().result()));
        }
        Iterator<String> concerned = rehearsal
                .concernedBy(counterexample.answer(), counterexample.clause())
                .iterator();
        while (concerned.hasNext()) {
            Trial trial = trial(counterexample, stub, provider, concerned.next());
            // What breaks nothing where its clause is judged breaks nothing anywhere.
            if (trial.outcome() == Outcome.KILLED || !counterexample.breaks()) {
                return trial;
            }
        }
        return trial(counterexample, stub, provider, features);
    }

    /** One scenario at a time, since a counterexample may count requests; many counterexamples side by side. */
    private Trial trial(Counterexample counterexample, Stub stub, Provider provider, String location)
            throws InvalidFeature {
        stub.answerBy(counterexample);
        return trial(
                counterexample,
                gate.run(provider, new Features(List.of(location), null, 1), List.of())
                        .scenarios());
    }

    private Trial trial(Counterexample counterexample, List<ScenarioResult> scenarios) {
        RunResult result =
                new RunResult(scenarios, List.of(), List.of(), Acceptance.NOTHING, 0, Duration.ZERO, SEED, Map.of());
        return new Trial(
                counterexample,
                justification(counterexample),
                result.verdict(),
                result.findings().stream()
                        .map(shown -> shown.finding().clause())
                        .distinct()
                        .toList(),
                scenarios.stream()
                        .flatMap(scenario -> scenario.exchanges().stream())
                        .toList(),
                scenarios.stream()
                        .filter(scenario -> scenario.findings().stream()
                                .anyMatch(finding -> finding.clause().equals(counterexample.clause())))
                        .map(scenario -> (scenario.tag() + " " + scenario.name()).strip())
                        .distinct()
                        .toList());
    }

    private @Nullable Equivalent justification(Counterexample counterexample) {
        return contract.equivalents().stream()
                .filter(counterexample::isNamedBy)
                .findFirst()
                .orElse(null);
    }

    private Stub stub() throws Stub.NotStarted {
        return Stub.start(contract, "127.0.0.1", 0, TOKEN);
    }

    /** The stub goes on poll by poll, whatever the time: it is polled by a clock that only its own pauses move. */
    private Provider provider(Stub stub, Transport transport) {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        return new Provider(
                new Sender(
                        transport,
                        stub.baseUrl(),
                        contract.underTest().security().scheme(),
                        Tokens.ofOurOwn(TOKEN),
                        contract.words()),
                new ByStateUrl(contract.keys(), new ProviderStates(transport, stub.stateUrl(), TOKEN)),
                new Poller(now::get, pause -> now.updateAndGet(time -> time.plus(pause)), POLL_DEADLINE));
    }

    /** The gate does not let the honest provider pass, so that refusing others proves nothing. */
    public static final class NothingProven extends Exception {
        private static final long serialVersionUID = 1L;

        NothingProven(RunResult honest) {
            super("nothing is proven, since the stub itself does not pass these features: " + reason(honest));
        }

        private static String reason(RunResult honest) {
            return Stream.concat(
                            honest.findings().stream()
                                    .map(ShownFinding::finding)
                                    .map(finding -> finding.clause() + " at " + finding.place() + ": " + finding.wrong()
                                            + ", actual " + finding.actual()),
                            honest.inconclusive().stream())
                    .findFirst()
                    .orElseThrow();
        }
    }
}
