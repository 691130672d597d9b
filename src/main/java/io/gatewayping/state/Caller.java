package io.gatewayping.state;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Noun;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.Parameter;
import io.gatewayping.contract.TaskLocation;
import io.gatewayping.exchange.Call;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Poller;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Sender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Starts tasks and polls them to their end, one at a time, as any caller would. */
final class Caller {

    static final String TOKEN_AT_AN_END = "the provider has taken the token and now refuses it with 401, whatever it is"
            + " asked: it may have expired; a token has to live as long as the run, and --token-url takes new ones";

    private static final int SUCCESS = 2;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Contract contract;
    private final Operation operation;
    private final Visit visit;
    private final Supplier<Sender> senders;
    private final InstantSource clock;
    private final Poller.Pause pause;
    private final Consumer<String> progress;
    private final Moments moments;
    private final TaskLocation location;
    private final Noun task;
    private int starts;

    Caller(
            Contract contract,
            Operation operation,
            Visit visit,
            Supplier<Sender> senders,
            InstantSource clock,
            Poller.Pause pause,
            Consumer<String> progress) {
        this.contract = contract;
        this.operation = operation;
        this.visit = visit;
        this.senders = senders;
        this.clock = clock;
        this.pause = pause;
        this.progress = progress;
        moments = new Moments(contract);
        location = new TaskLocation(contract, operation);
        task = new Noun(contract.task());
    }

    /** A key with what the caller has given that nobody else uses. */
    Key fresh(RandomGenerator random) {
        return contract.keys().with(visit.parameters(), random);
    }

    /** Sends one start, which may be refused. */
    Exchange start(Map<String, ?> members, Credential credential) throws NotExercised {
        if (starts >= visit.starts()) {
            throw new NotExercised("no more than " + visit.starts() + " are started; --max-starts allows more");
        }
        starts++;
        Key asked = asked();
        ObjectNode body = JSON.createObjectNode();
        contract.requestExample(operation).properties().forEach(member -> body.set(member.getKey(), member.getValue()));
        members.forEach((name, value) -> body.set(name, JSON.valueToTree(value)));
        Exchange start =
                senders.get().post(operation.target(asked), operation.headers(), asked, credential, body.toString());
        // Nobody has started anything who is not let in.
        if (credential != Credential.VALID_TOKEN
                && start.response() != null
                && start.response().status() / 100 != 2) {
            starts--;
        }
        return start;
    }

    private Key asked() {
        Key fresh = fresh(new SplittableRandom());
        Map<String, String> values = new LinkedHashMap<>();
        operation.pathParameters().stream()
                .map(Parameter::name)
                .forEach(name -> values.put(name, visit.parameters().getOrDefault(name, fresh.value(name))));
        return new Key(values);
    }

    /**
     * Starts a task and polls it to its end.
     *
     * @throws NotArranged when it was not started, or did not end
     */
    StartedTask run(Map<String, ?> members) throws NotArranged, NotExercised {
        String owner = visit.owner(contract);
        progress.accept("starting " + task.one() + (owner.isEmpty() ? "" : " on " + owner));
        List<Exchange> seen = new ArrayList<>();
        Exchange start = start(members, Credential.VALID_TOKEN);
        seen.add(start);
        while (moments.shown(start).isPresent() && starts < visit.starts()) {
            start = start(members, Credential.VALID_TOKEN);
            seen.add(start);
        }
        Response answer = start.response();
        Optional<Key> key = answer == null ? Optional.empty() : located(answer);
        if (answer == null || key.isEmpty()) {
            StartRefused refused = new StartRefused(contract, operation);
            throw new NotArranged(refused.words(owner, start), refused.isOfTheApi(start) ? seen : List.of());
        }
        Map<String, String> elsewhere = location.elsewhere(answer, fresh(new SplittableRandom()));
        if (!elsewhere.isEmpty()) {
            throw new NotArranged(mixedUp(elsewhere), seen);
        }
        return polled(key.get(), start, seen);
    }

    /** Whoever read what is there would judge what somebody else has started. */
    private String mixedUp(Map<String, String> elsewhere) {
        String others = elsewhere.entrySet().stream()
                .map(other -> other.getKey() + " " + Excerpt.of(other.getValue()) + " in the place of "
                        + visit.parameters().get(other.getKey()))
                .collect(Collectors.joining(", "));
        return "the provider has answered the start of " + task.one() + " with a location that it was not asked for ("
                + others + "): a client that reads it is shown what is not its own, so it is not followed; tell whoever"
                + " runs the provider";
    }

    /** Whether the valid token is refused for this task, and for one that nobody knows. */
    boolean isTokenRefused(@Nullable Key task) {
        return isRefused(read(fresh(new SplittableRandom()))) && (task == null || isRefused(read(task)));
    }

    /** Whether the valid token is refused for whatever this key is the owner of, though not for all that it asks for. */
    boolean isOwnerRefused(Key underTheOwner) {
        Exchange answered = read(underTheOwner);
        boolean forbidden = answered.response() != null && answered.response().status() == FORBIDDEN;
        return forbidden || (isRefused(answered) && !isTokenRefused(null));
    }

    static boolean isRefused(Exchange exchange) {
        return exchange.request().credential() == Credential.VALID_TOKEN
                && exchange.response() != null
                && exchange.response().status() == UNAUTHORIZED;
    }

    private Exchange read(Key key) {
        Operation read = contract.underTest();
        return senders.get().send(Call.get(read.target(key), read.headers(), key, Credential.VALID_TOKEN));
    }

    private StartedTask polled(Key key, Exchange start, List<Exchange> seen) throws NotArranged {
        Instant from = clock.instant();
        List<Exchange> polls = new ArrayList<>();
        int momentary = 0;
        while (true) {
            Exchange poll = read(key);
            if (isRefused(poll) && isTokenRefused(null)) {
                throw new NotArranged(TOKEN_AT_AN_END, seen);
            }
            polls.add(poll);
            seen.add(poll);
            momentary = moments.shown(poll).isPresent() ? momentary + 1 : 0;
            Duration waited = Duration.between(from, clock.instant());
            String shown = shown(poll);
            if (momentary == 0 && hasEnded(poll)) {
                return new StartedTask(key, start, polls, shown);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted(seen);
            }
            boolean isLate = waited.compareTo(visit.deadline()) > 0;
            if (momentary == Moments.ASKED || poll.failure() != null || isLate) {
                throw new NotArranged(
                        "the " + contract.task() + " that was started had not ended after " + waited.toSeconds()
                                + " s and " + polls.size() + " polls; the last one showed " + shown
                                + (isLate ? new Advice(contract).onTheDeadline(shown) : ""),
                        seen);
            }
            progress.accept("waiting for the " + contract.task() + " to end: " + shown + " after " + waited.toSeconds()
                    + " s of at most " + visit.deadline().toSeconds() + " s");
            try {
                pause.forThe(visit.interval());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw interrupted(seen);
            }
        }
    }

    private NotArranged interrupted(List<Exchange> seen) {
        return new NotArranged("interrupted; the " + contract.task() + " that was started may still run", seen);
    }

    private boolean hasEnded(Exchange poll) {
        Response response = poll.response();
        return response != null
                && (response.status() != contract.lifecycle().success()
                        || contract.lifecycle().isTerminal(response));
    }

    /** What an answer shows, as the contract has it in words. */
    String shown(Exchange exchange) {
        Response response = exchange.response();
        return response == null
                ? exchange.outcome().problem()
                : contract.lifecycle().outcome(response);
    }

    /** What a started task is read by. */
    private Optional<Key> located(Response response) {
        return response.status() / 100 == SUCCESS
                ? location.in(response, fresh(new SplittableRandom()))
                : Optional.empty();
    }
}
