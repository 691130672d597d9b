package io.gatewayping.gate;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import io.gatewayping.judge.Finding;
import io.gatewayping.judge.Judgement;
import io.gatewayping.state.Arranged;
import io.gatewayping.state.NotArranged;
import io.gatewayping.state.NotExercised;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One scenario as it runs: arranges states, has tasks read, and every exchange judged by the whole contract. */
public final class ScenarioRun {

    private static final int BAD_REQUEST = 400;

    private final Contract contract;
    private final Provider provider;
    private final Seed seed;
    private final KeptTasks kept;
    private final NothingThere nothing;
    private final List<Arranged> leftForLater = new ArrayList<>();
    private final Observed observed;
    private final Set<String> claimed = new LinkedHashSet<>();
    private final Obstacles obstacles = new Obstacles();
    private final Tasks tasks;
    private final Asking asking;
    private final Reading reading;
    private boolean ended;
    private ScenarioName name = new ScenarioName("", "", "", List.of());
    private RandomGenerator random;

    /**
     * One that begins.
     *
     * @param kept what scenarios before it have left
     * @param nothing tells where there was nothing to judge by
     * @param polled hears how often it has polled a task
     */
    ScenarioRun(
            Contract contract,
            Provider provider,
            Seed seed,
            KeptTasks kept,
            NothingThere nothing,
            ObjIntConsumer<ScenarioName> polled) {
        this.contract = contract;
        this.provider = provider;
        this.seed = seed;
        this.kept = kept;
        this.nothing = nothing;
        this.observed = new Observed(contract, !provider.arranging().isLive());
        this.random = seed.at("");
        this.tasks = new Tasks(contract, provider.arranging(), () -> random, obstacles);
        this.asking = new Asking(contract, provider, kept, tasks, observed, obstacles);
        this.reading = new Reading(
                contract, provider, tasks, asking, observed, obstacles, polls -> polled.accept(name, polls));
    }

    /** How it reads its tasks. */
    public Reading reading() {
        return reading;
    }

    /** The scenario begins. */
    public void begin(ScenarioName scenario) {
        name = scenario;
        random = seed.at(scenario.location());
        asking.goOnIfAnswered();
    }

    /** What was exchanged before the first scenario, of a task that was just started. */
    void saw(List<Exchange> seen) {
        name = new ScenarioName("", "", "before the first scenario", List.of());
        ended = true;
        inSight(seen, null);
    }

    /** What came of a task that was started, and went where it went. */
    private void inSight(List<Exchange> seen, @Nullable ServedState wanted) {
        Response last = seen.isEmpty() ? null : seen.get(seen.size() - 1).response();
        String end = last == null ? "" : contract.lifecycle().outcome(last);
        Optional<String> state = contract.states().stream()
                .filter(served -> served.serves().size() > 1)
                .filter(served ->
                        served.outcomes().indexOf(end) == served.outcomes().size() - 1)
                .findFirst()
                .or(() -> Optional.ofNullable(wanted)
                        .filter(served -> served.serves().size() > 1))
                .or(contract::started)
                .map(ServedState::name);
        seen.forEach(exchange -> {
            Key key = exchange.request().key();
            if (state.isPresent()
                    && key.parameters().containsKey(contract.keys().id())) {
                observed.is(key, state.get());
            }
            asking.observe(exchange);
        });
    }

    /** Brings a fresh key into a provider state; from here on, it is the task of this scenario. */
    public void arrange(String stateName) {
        ServedState served = contract.state(stateName)
                .orElseThrow(() -> obstacles.cannotGoOn("the contract has no provider state '" + stateName + "'"));
        asking.goOnIfAnswered();
        try {
            Arranged next = provider.arranging().arrange(served, tasks.beside(served), random);
            tasks.add(next);
            asking.begin(next);
        } catch (NotArranged e) {
            inSight(e.seen(), served);
            throw obstacles.cannotGoOn(String.valueOf(e.getMessage()));
        } catch (NotExercised e) {
            throw obstacles.notExercised(String.valueOf(e.getMessage()));
        }
    }

    /** Starts a task that cannot be, by these members of its body or by who sends it. */
    public void start(Map<String, ?> members, Credential credential) {
        asking.goOnIfAnswered();
        try {
            for (int time = 1; time <= Asking.ASKED; time++) {
                Exchange start = provider.arranging().start(members, credential);
                boolean passes = asking.observe(start);
                if (!passes && credential == Credential.VALID_TOKEN) {
                    rejected().ifPresent(state -> observed.is(start.request().key(), state.name()));
                }
                if (!passes) {
                    return;
                }
                if (time == Asking.ASKED) {
                    asking.goOnIfNotLimited(start);
                }
            }
        } catch (NotExercised e) {
            throw obstacles.notExercised(String.valueOf(e.getMessage()));
        }
    }

    /** The state in which a request is invalid. */
    private Optional<ServedState> rejected() {
        return contract.states().stream()
                .filter(state -> state.serves().get(0).status() == BAD_REQUEST)
                .findFirst();
    }

    /** Leaves the task of this scenario as it is, for a later one. */
    public void keep() {
        leftForLater.add(tasks.current());
    }

    /** Takes a task that a scenario before has left in a state, with all that it observed; or arranges one now. */
    public void takeKept(String state) {
        Optional<KeptTasks.Kept> left = kept.take(state);
        if (left.isEmpty()) {
            arrange(state);
            return;
        }
        tasks.add(left.get().arranged());
        observed.arranged(left.get().arranged());
        left.get().before().forEach(observed::add);
    }

    /**
     * Claims that clauses hold on this scenario's own exchanges.
     *
     * @param clauses ids with commas between them; {@code *} stands for any part of an id without a slash
     * @throws AssertionError when one is broken
     */
    public void claim(String clauses) {
        Judgement all = observed.judgement();
        for (String pattern : clauses.split(",\\s*", -1)) {
            Set<String> these = contract.clausesLike(pattern);
            claimed.addAll(these);
            String broken = words(all, these);
            if (!broken.isEmpty()) {
                throw new AssertionError(broken);
            }
            if (all.evaluated().stream().noneMatch(these::contains)) {
                String reason = nothing.toJudge(pattern, these, observed.exchanges());
                // A task that anybody started shows what there is to show.
                throw provider.arranging().isLive() ? obstacles.notExercised(reason) : obstacles.cannotGoOn(reason);
            }
        }
    }

    /**
     * The scenario ends: its states are torn down, all of it is judged.
     *
     * @param passed whether every step did
     * @throws AssertionError when a clause is broken that it claims
     */
    public void end(boolean passed) {
        ended = true;
        leftForLater.forEach(each -> kept.keep(each, observed.about(each.key())));
        for (Arranged each : tasks.all()) {
            if (Patience.isAtAnEnd(provider.sender().unanswered())) {
                break;
            }
            if (!leftForLater.contains(each)) {
                release(each);
            }
        }
        ScenarioResult result = result();
        if (result.verdict() == Verdict.DOES_NOT_CONFORM) {
            throw new AssertionError(words(observed.judgement(), claimed));
        }
        if (!obstacles.notExercised().isEmpty()) {
            return;
        }
        if (!passed && obstacles.inconclusive().isEmpty()) {
            obstacles.add("a step is unknown or failed by itself; the HTML report shows which");
        }
        if (result.evaluated().isEmpty() && obstacles.inconclusive().isEmpty()) {
            obstacles.add("nothing was judged");
        }
        if (!obstacles.inconclusive().isEmpty()) {
            throw new Inconclusive(String.join("; ", obstacles.inconclusive()));
        }
    }

    private void release(Arranged left) {
        try {
            provider.arranging().release(left);
        } catch (NotArranged e) {
            // What is left behind has a key that nobody uses again.
        }
    }

    ScenarioResult result() {
        Judgement all = observed.judgement();
        Set<String> reasons = new LinkedHashSet<>(all.unjudged());
        reasons.addAll(obstacles.inconclusive());
        if (!ended && obstacles.notExercised().isEmpty()) {
            reasons.add("it broke off before its end");
        }
        return new ScenarioResult(
                name,
                Set.copyOf(claimed),
                all.evaluated(),
                all.findings(),
                List.copyOf(reasons),
                obstacles.notExercised(),
                false,
                observed.exchanges(),
                reproduction());
    }

    private Reproduction reproduction() {
        return new Reproduction(
                tasks.all().stream()
                        .flatMap(each -> each.arrangement().stream())
                        .toList(),
                observed.exchanges());
    }

    private String words(Judgement judged, Set<String> clauses) {
        return judged.findings().stream()
                .filter(finding -> clauses.contains(finding.clause()))
                .map(this::words)
                .collect(Collectors.joining("\n"));
    }

    private String words(Finding finding) {
        return finding.words() + "\n" + reproduction().of(finding);
    }
}
