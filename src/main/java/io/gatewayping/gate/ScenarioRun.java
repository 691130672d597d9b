package io.gatewayping.gate;

import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Call;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import io.gatewayping.judge.Finding;
import io.gatewayping.judge.Judgement;
import io.gatewayping.state.Arranged;
import io.gatewayping.state.NotArranged;
import io.gatewayping.state.NotExercised;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** One scenario as it runs: arranges states, sends requests, and has every exchange judged by the whole contract. */
public final class ScenarioRun {

    private static final Duration PAUSE = Duration.ofMillis(300);

    /** How often the same is asked while the answers show nothing but a state of the moment. */
    private static final int ASKED = 3;

    /** So many wrong credentials of a guest are followed by one valid token. */
    private static final int ONE_IN = 4;

    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String NEVER_GIVEN = "\"never-given-by-this-provider\"";

    private final Contract contract;
    private final Provider provider;
    private final Seed seed;
    private final KeptTasks kept;
    private final ObjIntConsumer<ScenarioName> polled;
    private final List<Arranged> arranged = new ArrayList<>();
    private final List<Arranged> leftForLater = new ArrayList<>();
    private final Observed observed;
    private final Set<String> claimed = new LinkedHashSet<>();
    private final Set<String> inconclusive = new LinkedHashSet<>();
    private final Set<String> notExercised = new LinkedHashSet<>();
    private final Queue<Exchange> past = new ArrayDeque<>();
    private int inARow;
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
    }

    /** The scenario begins. */
    public void begin(ScenarioName scenario) {
        name = scenario;
        random = seed.at(scenario.location());
        goOnIfAnswered();
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
            observe(exchange);
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
                .orElseThrow(() -> cannotGoOn("the contract has no provider state '" + stateName + "'"));
        goOnIfAnswered();
        try {
            arranged(provider.arranging().arrange(served, random));
        } catch (NotArranged e) {
            inSight(e.seen(), served);
            throw cannotGoOn(String.valueOf(e.getMessage()));
        } catch (NotExercised e) {
            throw notExercised(String.valueOf(e.getMessage()));
        }
    }

    private void arranged(Arranged next) {
        arranged.add(next);
        observed.arranged(next);
        past.clear();
        if (next.past()) {
            past.addAll(next.before());
        } else {
            next.before().forEach(this::observe);
        }
    }

    /** Starts a task that cannot be, by these members of its body. */
    public void start(Map<String, ?> members) {
        goOnIfAnswered();
        try {
            for (int time = 1; time <= ASKED; time++) {
                Exchange start = provider.arranging().start(members);
                boolean passes = observe(start);
                if (!passes) {
                    rejected().ifPresent(state -> observed.is(start.request().key(), state.name()));
                    return;
                }
            }
        } catch (NotExercised e) {
            throw notExercised(String.valueOf(e.getMessage()));
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
        leftForLater.add(current());
    }

    /** Takes a task that a scenario before has left in a state, with all that it observed; or arranges one now. */
    public void takeKept(String state) {
        Optional<KeptTasks.Kept> left = kept.take(state);
        if (left.isEmpty()) {
            arrange(state);
            return;
        }
        arranged.add(left.get().arranged());
        observed.arranged(left.get().arranged());
        left.get().before().forEach(observed::add);
    }

    /** Reads a task once. */
    public void read(WhichTask which, Credential credential) {
        send(call(which, credential));
    }

    /** Reads a task once, on a connection that nothing was sent on before. */
    public void readOnAnotherConnection(WhichTask which) {
        send(call(which, Credential.VALID_TOKEN).onItsOwn());
    }

    /** Reads a task after a while. */
    public void readAfterAPause(WhichTask which) {
        try {
            provider.poller().pause(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted();
        }
        read(which, Credential.VALID_TOKEN);
    }

    /** Asks for a task by a method that is not the operation's. */
    public void readBy(String method, WhichTask which, Credential credential) {
        if (provider.arranging().isLive() && !SAFE.contains(method)) {
            throw notExercised(method + " is not sent to a live deployment: it might change something");
        }
        send(call(which, credential).by(method));
    }

    /** Asks for a task as a media type that is not the contract's. */
    public void readAs(String mediaType, WhichTask which) {
        send(call(which, Credential.VALID_TOKEN).with("Accept", mediaType));
    }

    /**
     * Asks whether the answer has changed since the first one. Where that would be answered with 304 by right, as by a
     * provider that gives no ETag or has nothing new to tell, it asks with one that was never given.
     */
    public void askWhetherChanged(WhichTask which) {
        Call call = call(which, Credential.VALID_TOKEN);
        List<Response> answers = observed.about(call.key()).stream()
                .map(Exchange::response)
                .flatMap(response -> Optional.ofNullable(response).stream())
                .toList();
        List<String> etags = answers.isEmpty() ? List.of() : answers.get(0).header("etag");
        boolean hasChanged = !answers.isEmpty()
                && !answers.get(0).text().equals(answers.get(answers.size() - 1).text());
        send(call.with("If-None-Match", etags.size() == 1 && hasChanged ? etags.get(0) : NEVER_GIVEN));
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
        Call call = call(which, Credential.VALID_TOKEN).onItsOwn();
        atOnce(clients, Collections.nCopies(times, call));
    }

    /** Several clients read all tasks of this scenario at the same time, each on connections of its own. */
    public void readAllAtOnce(int clients) {
        atOnce(
                clients,
                arranged.stream()
                        .map(each -> call(each.key(), Credential.VALID_TOKEN).onItsOwn())
                        .toList());
    }

    private void atOnce(int clients, List<Call> calls) {
        goOnIfAnswered();
        if (provider.arranging().isLive()) {
            throw notExercised("a live deployment is asked one thing at a time");
        }
        List<Supplier<Exchange>> reads = calls.stream()
                .map(call -> (Supplier<Exchange>) () -> provider.sender().send(call))
                .toList();
        try {
            List<List<Exchange>> answers = Clients.atOnce(clients, reads);
            for (int client = 0; client < clients; client++) {
                for (Exchange answer : answers.get(client)) {
                    observed.add(answer, client + 1);
                }
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private Call call(WhichTask which, Credential credential) {
        return call(key(which), credential);
    }

    private Call call(Key key, Credential credential) {
        Operation operation = contract.underTest();
        return Call.get(operation.target(key), operation.headers(), key, credential);
    }

    private Key key(WhichTask which) {
        return switch (which) {
            case THIS -> current().key();
            case UNKNOWN -> unknown();
            case UNDER_ITS_OWN_OWNER -> underItsOwnOwner();
            default ->
                which.near(current().key(), contract.keys(), random)
                        .orElseThrow(() -> cannotGoOn("a task of this contract has no owner"));
        };
    }

    /** The same one throughout a scenario. */
    private @Nullable Key unknown;

    private Key unknown() {
        if (unknown == null) {
            unknown = provider.arranging().unarranged(random);
        }
        return unknown;
    }

    private Key underItsOwnOwner() {
        Key other = current().other();
        if (other == null) {
            throw cannotGoOn("the state '" + current().state() + "' speaks of no other owner");
        }
        return other;
    }

    /**
     * Polls a task until it has ended, and a few times more.
     *
     * @param more how often it is read after its end
     */
    public void pollToItsEnd(WhichTask which, int more) {
        Call call = call(which, Credential.VALID_TOKEN);
        try {
            AtomicInteger count = new AtomicInteger();
            List<Exchange> polls = provider.poller()
                    .poll(
                            () -> {
                                polled.accept(name, count.incrementAndGet());
                                return send(call);
                            },
                            this::hasEnded);
            Exchange last = polls.get(polls.size() - 1);
            if (last.failure() == null && !hasEnded(last)) {
                inconclusive.add("the " + contract.task() + " had not ended after "
                        + provider.poller().deadline().toMillis() / 1000.0 + " s and " + polls.size()
                        + " polls; a longer --poll-deadline may help");
                return;
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        for (int poll = 0; poll < more; poll++) {
            send(call);
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
            Set<String> these = contract.clauses().stream()
                    .map(Clause::id)
                    .filter(id -> Clause.isLike(id, pattern))
                    .collect(Collectors.toSet());
            claimed.addAll(these);
            String broken = words(all, these);
            if (!broken.isEmpty()) {
                throw new AssertionError(broken);
            }
            if (all.evaluated().stream().noneMatch(these::contains)) {
                String reason = "nothing was there to judge the clause " + pattern + " by";
                // A task that anybody started shows what there is to show.
                throw provider.arranging().isLive() ? notExercised(reason) : cannotGoOn(reason);
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
        for (Arranged each : arranged) {
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
        if (!notExercised.isEmpty()) {
            return;
        }
        if (!passed && inconclusive.isEmpty()) {
            inconclusive.add("a step is unknown or failed by itself; the HTML report shows which");
        }
        if (result.evaluated().isEmpty() && inconclusive.isEmpty()) {
            inconclusive.add("nothing was judged");
        }
        if (!inconclusive.isEmpty()) {
            throw new Inconclusive(String.join("; ", inconclusive));
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
        reasons.addAll(inconclusive);
        if (!ended && notExercised.isEmpty()) {
            reasons.add("it broke off before its end");
        }
        return new ScenarioResult(
                name,
                Set.copyOf(claimed),
                all.evaluated(),
                all.findings(),
                List.copyOf(reasons),
                List.copyOf(notExercised),
                false,
                observed.exchanges(),
                reproduction());
    }

    private Exchange send(Call call) {
        goOnIfAnswered();
        if (!arranged.isEmpty() && current().past()) {
            return seen(call);
        }
        Optional<Exchange> shared = shared(call);
        if (shared.isPresent()) {
            observe(shared.get());
            return shared.get();
        }
        for (int time = 1; ; time++) {
            Exchange exchange = provider.sender().send(call);
            if (provider.arranging().isTokenAtAnEnd(exchange)) {
                throw notExercised(provider.arranging().end().orElse(""));
            }
            if (!observe(exchange)) {
                kept.keep(call, exchange);
                return exchange;
            }
            if (time == ASKED && isLimited(exchange)) {
                throw cannotGoOn("the provider limited " + ASKED
                        + " requests in a row, though it was waited for as it asks; a lower --rate may help");
            }
            if (time == ASKED) {
                return exchange;
            }
            goOnIfAnswered();
        }
    }

    private static boolean isLimited(Exchange exchange) {
        return exchange.response() != null && exchange.response().status() == TOO_MANY_REQUESTS;
    }

    /**
     * A guest does not ask for a task that has ended once for each scenario. The first read of one may be a read of an
     * earlier one; whatever is about more than a single answer asks for the next ones itself.
     */
    private Optional<Exchange> shared(Call call) {
        boolean isFirst = provider.arranging().isLive()
                && isPlainRead(call)
                && observed.about(call.key()).equals(current().before());
        return isFirst ? kept.answer(call) : Optional.empty();
    }

    private boolean isPlainRead(Call call) {
        return !arranged.isEmpty() && call.equals(call(current().key(), Credential.VALID_TOKEN));
    }

    /** What was read of the task while it was in the state of this scenario. */
    private Exchange seen(Call call) {
        List<Exchange> before = observed.about(call.key());
        if (past.isEmpty() && !before.isEmpty() && isPlainRead(call)) {
            // All that was seen of the state was judged already.
            return before.get(before.size() - 1);
        }
        Exchange next = past.peek();
        if (next == null || !isPlainRead(call)) {
            throw notExercised("the " + contract.task() + " was no longer in the state '"
                    + current().state() + "' when this would have been asked");
        }
        past.remove();
        observe(next);
        return next;
    }

    /** Whether it shows nothing but a state of the moment. */
    private boolean observe(Exchange exchange) {
        Optional<String> moment = provider.arranging().momentary(exchange);
        inARow = moment.isEmpty() ? 0 : inARow + 1;
        // What does not pass is no state of the moment.
        if (moment.isPresent() && (inARow < ASKED || isLimited(exchange))) {
            observed.addOfTheMoment(exchange, moment.get());
        } else {
            observed.add(exchange);
        }
        return moment.isPresent();
    }

    private Arranged current() {
        if (arranged.isEmpty()) {
            throw cannotGoOn("no provider state was arranged");
        }
        return arranged.get(arranged.size() - 1);
    }

    private Reproduction reproduction() {
        return new Reproduction(
                arranged.stream().flatMap(each -> each.arrangement().stream()).toList(), observed.exchanges());
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

    private void goOnIfAnswered() {
        Optional<String> end = provider.arranging().end();
        if (end.isPresent()) {
            throw notExercised(end.get());
        }
        if (Patience.isAtAnEnd(provider.sender().unanswered())) {
            throw cannotGoOn(Patience.words());
        }
    }

    private TestAbortedException notExercised(String reason) {
        notExercised.add(reason);
        return new TestAbortedException(reason);
    }

    private Inconclusive interrupted() {
        Thread.currentThread().interrupt();
        return cannotGoOn("interrupted");
    }

    private Inconclusive cannotGoOn(String reason) {
        inconclusive.add(reason);
        return new Inconclusive(reason);
    }
}
