package io.gatewayping.gate;

import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Call;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import io.gatewayping.judge.Finding;
import io.gatewayping.judge.Judgement;
import io.gatewayping.state.NotArranged;
import io.gatewayping.state.ProviderState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One scenario as it runs: arranges states, sends requests, and has every exchange judged by the whole contract. */
public final class ScenarioRun {

    private static final Duration PAUSE = Duration.ofMillis(300);
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
        this.observed = new Observed(contract);
        this.random = seed.at("");
    }

    /** The scenario begins. */
    public void begin(ScenarioName scenario) {
        name = scenario;
        random = seed.at(scenario.location());
        goOnIfAnswered();
    }

    /** Brings a fresh key into a provider state; from here on, it is the task of this scenario. */
    public void arrange(String stateName) {
        ServedState served = contract.state(stateName)
                .orElseThrow(() -> cannotGoOn("the contract has no provider state '" + stateName + "'"));
        goOnIfAnswered();
        Key key = contract.keys().fresh(random);
        Key other = served.otherOwner() == null ? null : contract.keys().underAnotherOwner(key, random);
        Arranged next = new Arranged(
                new ProviderState(stateName, contract.keys().params(key, other)), key, other, served.otherOwner());
        arranged.add(next);
        try {
            provider.states().setUp(next.state());
        } catch (NotArranged e) {
            throw cannotGoOn(String.valueOf(e.getMessage()));
        }
        observed.arranged(next);
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
     * @param validAfter whether the valid token reads it after each
     */
    public void readWithEachWrongCredential(WhichTask which, boolean validAfter) {
        for (Credential credential : Credential.values()) {
            if (!contract.underTest().security().admits(credential)
                    && !credential.isUnknown(provider.sender().tokens())) {
                read(which, credential);
                if (validAfter) {
                    read(which, Credential.VALID_TOKEN);
                }
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
            unknown = contract.keys().fresh(random);
        }
        return unknown;
    }

    private Key underItsOwnOwner() {
        Key other = current().other();
        if (other == null) {
            throw cannotGoOn("the state '" + current().state().name() + "' speaks of no other owner");
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
                throw cannotGoOn("nothing was there to judge the clause " + pattern + " by");
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
                tearDown(each.state());
            }
        }
        ScenarioResult result = result();
        if (result.verdict() == Verdict.DOES_NOT_CONFORM) {
            throw new AssertionError(words(observed.judgement(), claimed));
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

    private void tearDown(ProviderState state) {
        try {
            provider.states().tearDown(state);
        } catch (NotArranged e) {
            // What is left behind has a key that nobody uses again.
        }
    }

    ScenarioResult result() {
        Judgement all = observed.judgement();
        Set<String> reasons = new LinkedHashSet<>(all.unjudged());
        reasons.addAll(inconclusive);
        if (!ended) {
            reasons.add("it broke off before its end");
        }
        return new ScenarioResult(
                name,
                Set.copyOf(claimed),
                all.evaluated(),
                all.findings(),
                List.copyOf(reasons),
                observed.exchanges(),
                reproduction());
    }

    private Exchange send(Call call) {
        goOnIfAnswered();
        Exchange exchange = provider.sender().send(call);
        observed.add(exchange);
        return exchange;
    }

    private Arranged current() {
        if (arranged.isEmpty()) {
            throw cannotGoOn("no provider state was arranged");
        }
        return arranged.get(arranged.size() - 1);
    }

    private Reproduction reproduction() {
        return new Reproduction(
                arranged.stream()
                        .map(each -> new Reproduction.State(
                                each.state().name(),
                                each.state().params(),
                                provider.states().curl(each.state())))
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

    private void goOnIfAnswered() {
        if (Patience.isAtAnEnd(provider.sender().unanswered())) {
            throw cannotGoOn(Patience.words());
        }
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
