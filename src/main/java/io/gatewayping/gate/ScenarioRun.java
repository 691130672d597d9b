package io.gatewayping.gate;

import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Timeline;
import io.gatewayping.judge.Finding;
import io.gatewayping.judge.Judge;
import io.gatewayping.judge.Judgement;
import io.gatewayping.state.Arranged;
import io.gatewayping.state.NotArranged;
import io.gatewayping.state.NotExercised;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** One scenario as it runs: arranges states, sends requests, and has every exchange judged by the whole contract. */
public final class ScenarioRun {

    /** How often the same is asked while the answers show nothing but a state of the moment. */
    private static final int ASKED = 3;

    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Of requests that are judged by no state. */
    private static final String NO_STATE = "";

    private final Contract contract;
    private final Provider provider;
    private final Seed seed;
    private final List<Arranged> arranged = new ArrayList<>();
    private final Map<Key, String> states = new LinkedHashMap<>();
    private final Queue<Exchange> past = new ArrayDeque<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Set<String> claimed = new LinkedHashSet<>();
    private final Set<String> inconclusive = new LinkedHashSet<>();
    private final Set<String> notExercised = new LinkedHashSet<>();
    private final IdentityHashMap<Exchange, String> momentary = new IdentityHashMap<>();
    private int inARow;
    private boolean ended;
    private String feature = "";
    private String location = "";
    private String name = "";
    private RandomGenerator random;
    private @Nullable Judgement judgement;

    ScenarioRun(Contract contract, Provider provider, Seed seed) {
        this.contract = contract;
        this.provider = provider;
        this.seed = seed;
        this.random = seed.at(location);
    }

    /**
     * The scenario begins.
     *
     * @param featureFile the file that it stands in
     * @param scenarioLocation where it stands, as Cucumber takes it
     */
    public void begin(String featureFile, String scenarioLocation, String scenarioName) {
        feature = featureFile;
        location = scenarioLocation;
        random = seed.at(location);
        name = scenarioName;
        goOnIfAnswered();
    }

    /** What was exchanged before the first scenario, of a task that was just started. */
    void saw(List<Exchange> seen) {
        name = "before the first scenario";
        ended = true;
        inSight(seen);
    }

    /** What came of a task that was started, and went where it went. */
    private void inSight(List<Exchange> seen) {
        String end = seen.isEmpty() ? "" : shown(seen.get(seen.size() - 1));
        String state = contract.states().stream()
                .filter(served -> served.serves().size() > 1)
                .filter(served ->
                        served.outcomes().indexOf(end) == served.outcomes().size() - 1)
                .map(ServedState::name)
                .findFirst()
                .orElse(contract.started().map(ServedState::name).orElse(NO_STATE));
        seen.forEach(exchange -> observe(exchange, state));
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
            arranged(provider.arranging().arrange(served, random), served);
        } catch (NotArranged e) {
            inSight(e.seen());
            throw cannotGoOn(String.valueOf(e.getMessage()));
        } catch (NotExercised e) {
            throw notExercised(String.valueOf(e.getMessage()));
        }
    }

    private void arranged(Arranged next, ServedState served) {
        arranged.add(next);
        states.put(next.key(), next.state());
        if (next.other() != null && served.otherOwner() != null) {
            states.put(next.other(), served.otherOwner());
        }
        if (next.past()) {
            past.addAll(next.before());
        } else {
            next.before().forEach(exchange -> observe(exchange, next.state()));
        }
    }

    /** Starts a task that cannot be, by these members of its body. */
    public void start(Map<String, ?> members) {
        goOnIfAnswered();
        try {
            for (int time = 1; time <= ASKED; time++) {
                Exchange start = provider.arranging().start(members);
                observe(start, null);
                if (provider.arranging().momentary(start).isEmpty()) {
                    rejected().ifPresent(state -> states.put(start.request().key(), state.name()));
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

    /** Reads a task once. */
    public void read(WhichTask which, Credential credential) {
        exchange(key(which), credential);
    }

    private Key key(WhichTask which) {
        return switch (which) {
            case THIS -> current().key();
            case UNKNOWN -> provider.arranging().unarranged(random);
            case UNDER_ITS_OWN_OWNER -> underItsOwnOwner();
            case ID_DIFFERS_IN_ONE_CHARACTER -> withId(id -> (id.charAt(0) == 'a' ? 'b' : 'a') + id.substring(1));
            case ID_CUT_SHORT -> withId(id -> id.substring(0, id.length() - 4));
        };
    }

    private Key withId(UnaryOperator<String> change) {
        String id = contract.keys().id();
        Key key = current().key();
        return key.with(id, change.apply(key.value(id)));
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
        Key key = key(which);
        try {
            List<Exchange> polled = provider.poller().poll(() -> exchange(key, Credential.VALID_TOKEN), this::hasEnded);
            Exchange last = polled.get(polled.size() - 1);
            if (last.failure() == null && !hasEnded(last)) {
                inconclusive.add("the " + contract.task() + " had not ended after "
                        + provider.poller().deadline().toMillis() / 1000.0 + " s and " + polled.size()
                        + " polls; a longer --poll-deadline may help");
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cannotGoOn("interrupted");
        }
        for (int poll = 0; poll < more; poll++) {
            exchange(key, Credential.VALID_TOKEN);
        }
    }

    /**
     * Claims that clauses hold on this scenario's own exchanges.
     *
     * @param clauses ids with commas between them; {@code *} stands for any part of an id without a slash
     * @throws AssertionError when one is broken
     */
    public void claim(String clauses) {
        Judgement all = judgement();
        for (String pattern : clauses.split(",\\s*", -1)) {
            Set<String> these = clausesLike(pattern);
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
        for (Arranged each : arranged) {
            if (Patience.isAtAnEnd(provider.sender().unanswered())) {
                break;
            }
            try {
                provider.arranging().release(each);
            } catch (NotArranged e) {
                // What is left behind has a key that nobody uses again.
            }
        }
        ScenarioResult result = result();
        if (result.verdict() == Verdict.DOES_NOT_CONFORM) {
            throw new AssertionError(words(judgement(), claimed));
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

    ScenarioResult result() {
        Judgement all = judgement();
        Set<String> reasons = new LinkedHashSet<>(all.unjudged());
        reasons.addAll(inconclusive);
        if (!ended && notExercised.isEmpty()) {
            reasons.add("it broke off before its end");
        }
        return new ScenarioResult(
                feature,
                location,
                name,
                Set.copyOf(claimed),
                all.evaluated(),
                all.findings(),
                List.copyOf(reasons),
                List.copyOf(notExercised),
                List.copyOf(exchanges),
                reproduction());
    }

    /** The judgement on all exchanges so far, made anew only when there are more of them. */
    private Judgement judgement() {
        if (judgement == null) {
            judgement = judged();
        }
        return judgement;
    }

    private Judgement judged() {
        Set<String> evaluated = new LinkedHashSet<>();
        List<Finding> findings = new ArrayList<>();
        List<String> unjudged = new ArrayList<>();
        for (Timeline timeline : timelines()) {
            Judgement one = new Judge(contract).judge(timeline);
            evaluated.addAll(one.evaluated());
            findings.addAll(one.findings());
            unjudged.addAll(one.unjudged());
        }
        return new Judgement(evaluated, findings, unjudged);
    }

    /**
     * With a valid token, the exchanges of one key; without, those that carried the same credential, whatever they asked
     * for, since their answers may not depend on it.
     */
    private List<Timeline> timelines() {
        Map<Object, List<Exchange>> grouped =
                exchanges.stream().collect(Collectors.groupingBy(this::group, LinkedHashMap::new, Collectors.toList()));
        return grouped.entrySet().stream()
                .map(group -> new Timeline(stateOf(group.getKey()), group.getValue()))
                .toList();
    }

    private Object group(Exchange exchange) {
        String shown = momentary.get(exchange);
        if (shown != null) {
            return shown;
        }
        return isAuthenticated(exchange)
                ? exchange.request().key()
                : exchange.request().credential();
    }

    private @Nullable String stateOf(Object group) {
        if (group instanceof String shown) {
            return shown;
        }
        return group instanceof Key key
                ? states.getOrDefault(key, contract.unarranged().name())
                : null;
    }

    private static boolean isAuthenticated(Exchange exchange) {
        return exchange.request().credential() == Credential.VALID_TOKEN;
    }

    private Exchange exchange(Key key, Credential credential) {
        goOnIfAnswered();
        if (!arranged.isEmpty() && current().past()) {
            return seen(key, credential);
        }
        Operation operation = contract.underTest();
        for (int time = 1; ; time++) {
            Exchange exchange = provider.sender().get(operation.target(key), operation.headers(), key, credential);
            observe(exchange, null);
            if (provider.arranging().momentary(exchange).isEmpty()) {
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

    /** What was read of the task while it was in the state of this scenario. */
    private Exchange seen(Key key, Credential credential) {
        Exchange next = past.peek();
        if (next == null || !key.equals(current().key()) || credential != Credential.VALID_TOKEN) {
            throw notExercised("the " + contract.task() + " was no longer in the state '"
                    + current().state() + "' when this would have been asked");
        }
        past.remove();
        observe(next, null);
        return next;
    }

    /** @param state that the task was meant to be in, or null where that is known */
    private void observe(Exchange exchange, @Nullable String state) {
        if (!exchange.request().method().equals(contract.underTest().method())) {
            states.put(exchange.request().key(), NO_STATE);
        } else if (state != null) {
            states.putIfAbsent(exchange.request().key(), state);
        }
        Optional<String> shown = provider.arranging().momentary(exchange);
        inARow = shown.isEmpty() ? 0 : inARow + 1;
        // What does not pass is no state of the moment.
        if (shown.isPresent() && (inARow < ASKED || isLimited(exchange))) {
            momentary.put(exchange, shown.get());
        }
        exchanges.add(exchange);
        judgement = null;
    }

    private boolean hasEnded(Exchange exchange) {
        Response response = exchange.response();
        return response == null
                || response.status() != contract.lifecycle().success()
                || contract.lifecycle().isTerminal(response);
    }

    private Arranged current() {
        if (arranged.isEmpty()) {
            throw cannotGoOn("no provider state was arranged");
        }
        return arranged.get(arranged.size() - 1);
    }

    private Set<String> clausesLike(String pattern) {
        Set<String> claimed = contract.clauses().stream()
                .map(Clause::id)
                .filter(id -> Clause.isLike(id, pattern))
                .collect(Collectors.toSet());
        if (claimed.isEmpty()) {
            throw cannotGoOn("the contract has no clause " + pattern + "; ./gate clauses lists them");
        }
        return claimed;
    }

    private Reproduction reproduction() {
        return new Reproduction(
                arranged.stream().flatMap(each -> each.shell().stream()).toList(), List.copyOf(exchanges));
    }

    private String words(Judgement judged, Set<String> clauses) {
        return judged.findings().stream()
                .filter(finding -> clauses.contains(finding.clause()))
                .map(this::words)
                .collect(Collectors.joining("\n"));
    }

    private String words(Finding finding) {
        return finding.clause() + " at " + (finding.place().isEmpty() ? "the whole" : finding.place())
                + "\n  expected: " + finding.expected() + "\n  actual:   " + finding.actual() + "\n"
                + reproduction().of(finding);
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

    private Inconclusive cannotGoOn(String reason) {
        inconclusive.add(reason);
        return new Inconclusive(reason);
    }
}
