package io.gatewayping.gate;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Call;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import io.gatewayping.judge.Finding;
import io.gatewayping.judge.Judgement;
import io.gatewayping.state.Advice;
import io.gatewayping.state.Arranged;
import io.gatewayping.state.NotArranged;
import io.gatewayping.state.NotExercised;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One scenario as it runs: arranges states, sends requests, and has every exchange judged by the whole contract. */
public final class ScenarioRun {

    private static final Duration PAUSE = Duration.ofMillis(300);

    /** So many wrong credentials of a guest are followed by one valid token. */
    private static final int ONE_IN = 4;

    private static final int BAD_REQUEST = 400;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String NEVER_GIVEN = "\"never-given-by-this-provider\"";

    private final Contract contract;
    private final Provider provider;
    private final Seed seed;
    private final KeptTasks kept;
    private final ObjIntConsumer<ScenarioName> polled;
    private final List<Arranged> leftForLater = new ArrayList<>();
    private final Observed observed;
    private final Set<String> claimed = new LinkedHashSet<>();
    private final Obstacles obstacles = new Obstacles();
    private final Tasks tasks;
    private final Asking asking;
    private boolean ended;
    private ScenarioName name = new ScenarioName("", "", "", List.of());
    private RandomGenerator random;

    /**
     * One that begins.
     *
     * @param kept what scenarios before it have left
     * @param polled hears how often it has polled a task
     */
    ScenarioRun(Contract contract, Provider provider, Seed seed, KeptTasks kept, ObjIntConsumer<ScenarioName> polled) {
        this.contract = contract;
        this.provider = provider;
        this.seed = seed;
        this.kept = kept;
        this.polled = polled;
        this.observed = new Observed(contract, !provider.arranging().isLive());
        this.random = seed.at("");
        this.tasks = new Tasks(contract, provider.arranging(), () -> random, obstacles);
        this.asking = new Asking(contract, provider, kept, tasks, observed, obstacles);
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
        String end = seen.isEmpty() ? "" : shown(seen.get(seen.size() - 1));
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

    private String shown(Exchange exchange) {
        Response response = exchange.response();
        return response == null
                ? ""
                : contract.lifecycle()
                        .outcome(
                                response.status(),
                                JsonBody.parse(response.body()).value());
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

    /** Starts a task that cannot be, by these members of its body. */
    public void start(Map<String, ?> members) {
        asking.goOnIfAnswered();
        try {
            for (int time = 1; time <= Asking.ASKED; time++) {
                Exchange start = provider.arranging().start(members);
                boolean passes = asking.observe(start);
                if (!passes) {
                    rejected().ifPresent(state -> observed.is(start.request().key(), state.name()));
                    return;
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

    /** Reads a task once. */
    public void read(WhichTask which, Credential credential) {
        asking.send(tasks.call(which, credential));
    }

    /** Reads the task once with another value of what else its path names. */
    public void readAtAnother(String parameter) {
        asking.send(tasks.callAtAnother(parameter));
    }

    /** Reads a task once, on a connection that nothing was sent on before. */
    public void readOnAnotherConnection(WhichTask which) {
        asking.send(tasks.call(which, Credential.VALID_TOKEN).onItsOwn());
    }

    /** Reads a task after a while. */
    public void readAfterAPause(WhichTask which) {
        try {
            provider.poller().pause(PAUSE);
        } catch (InterruptedException e) {
            throw obstacles.interrupted();
        }
        read(which, Credential.VALID_TOKEN);
    }

    /** Asks for a task by a method that is not the operation's. */
    public void readBy(String method, WhichTask which, Credential credential) {
        if (provider.arranging().isLive() && !SAFE.contains(method)) {
            throw obstacles.notExercised(method + " is not sent to a live deployment: it might change something");
        }
        asking.send(tasks.call(which, credential).by(method));
    }

    /** Asks for a task as a media type that is not the contract's. */
    public void readAs(String mediaType, WhichTask which) {
        asking.send(tasks.call(which, Credential.VALID_TOKEN).with("Accept", mediaType));
    }

    /**
     * Asks whether the answer has changed since the first one. Where that would be answered with 304 by right, as by a
     * provider that gives no ETag or has nothing new to tell, it asks with one that was never given.
     */
    public void askWhetherChanged(WhichTask which) {
        Call call = tasks.call(which, Credential.VALID_TOKEN);
        List<Response> answers = observed.about(call.key()).stream()
                .map(Exchange::response)
                .flatMap(response -> Optional.ofNullable(response).stream())
                .toList();
        List<String> etags = answers.isEmpty() ? List.of() : answers.get(0).header("etag");
        boolean hasChanged = !answers.isEmpty()
                && !answers.get(0).text().equals(answers.get(answers.size() - 1).text());
        asking.send(call.with("If-None-Match", etags.size() == 1 && hasChanged ? etags.get(0) : NEVER_GIVEN));
    }

    /**
     * Reads a task in each way in which nobody proves who reads.
     *
     * @param validAfter whether the valid token reads it after each; a guest does so after some of them
     */
    public void readWithEachWrongCredential(WhichTask which, boolean validAfter) {
        List<Credential> wrong = Stream.of(Credential.values())
                .filter(credential -> contract.underTest().security().refuses(credential))
                .filter(credential -> !credential.isUnknown(provider.sender().tokens()))
                .toList();
        int every = provider.arranging().isLive() ? ONE_IN : 1;
        for (int number = 1; number <= wrong.size(); number++) {
            read(which, wrong.get(number - 1));
            if (validAfter && (number % every == 0 || number == wrong.size())) {
                read(which, Credential.VALID_TOKEN);
            }
        }
    }

    /** Several clients read a task at the same time, each on connections of its own. */
    public void readAtOnce(int clients, WhichTask which, int times) {
        Call call = tasks.call(which, Credential.VALID_TOKEN).onItsOwn();
        asking.atOnce(clients, Collections.nCopies(times, call));
    }

    /** Several clients read all tasks of this scenario at the same time, each on connections of its own. */
    public void readAllAtOnce(int clients) {
        asking.atOnce(
                clients,
                tasks.all().stream()
                        .map(each ->
                                tasks.call(each.key(), Credential.VALID_TOKEN).onItsOwn())
                        .toList());
    }

    /**
     * Polls a task until it has ended, and a few times more.
     *
     * @param more how often it is read after its end
     */
    public void pollToItsEnd(WhichTask which, int more) {
        Call call = tasks.call(which, Credential.VALID_TOKEN);
        try {
            AtomicInteger count = new AtomicInteger();
            List<Exchange> polls = provider.poller()
                    .poll(
                            () -> {
                                polled.accept(name, count.incrementAndGet());
                                return asking.send(call);
                            },
                            this::hasEnded);
            Exchange last = polls.get(polls.size() - 1);
            if (last.failure() == null && !hasEnded(last)) {
                obstacles.add("the " + contract.task() + " had not ended after "
                        + provider.poller().deadline().toMillis() / 1000.0 + " s and " + polls.size()
                        + " polls" + new Advice(contract).onTheDeadline(shown(last)));
                return;
            }
        } catch (InterruptedException e) {
            throw obstacles.interrupted();
        }
        for (int poll = 0; poll < more; poll++) {
            asking.send(call);
        }
    }

    private boolean hasEnded(Exchange exchange) {
        Response response = exchange.response();
        return response == null
                || response.status() != contract.lifecycle().success()
                || contract.lifecycle().isTerminal(response);
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
                String reason = new NothingThere(contract).toJudge(pattern, these, observed.exchanges());
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
