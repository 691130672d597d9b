package io.gatewayping.state;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Noun;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.GoodGuest;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Poller;
import io.gatewayping.exchange.Sender;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Arranges as any caller can: one task is started, polled to its end, and shared by all that only read it. Whatever it
 * showed on its way is judged by the polls that showed it; the rest is not exercised.
 */
public final class Live implements Arranging {

    private final Contract contract;
    private final Visit visit;
    private final Caller caller;
    private final Moments moments;
    private final GoodGuest guest;
    private final Advice advice;
    private final boolean hasDestination;
    private @Nullable Started main;
    private @Nullable Started failing;

    /** Whether the token is refused for the other owner, once it was asked. */
    private @Nullable Boolean otherRefused;

    /** A task that was started, or why there is none. */
    private record Started(@Nullable StartedTask task, @Nullable NotArranged not) {}

    /**
     * Arranges for one visit.
     *
     * @param operation the one that starts a task
     * @param senders send with a token that is valid for long enough
     * @param guest whose pace the senders keep
     * @param progress hears of what is waited for
     */
    public Live(
            Contract contract,
            Operation operation,
            Visit visit,
            Supplier<Sender> senders,
            InstantSource clock,
            Poller.Pause pause,
            GoodGuest guest,
            Consumer<String> progress) {
        this.contract = contract;
        this.visit = visit;
        this.guest = guest;
        caller = new Caller(contract, operation, visit, senders, clock, pause, progress);
        moments = new Moments(contract);
        advice = new Advice(contract);
        hasDestination = advice.isTaken(Advice.DESTINATION);
    }

    /**
     * Starts the task that all share and polls it to its end.
     *
     * @throws NotArranged when that fails, so that hardly anything could be judged; with what was seen, where it is an
     *     answer of this API
     */
    public void begin() throws NotArranged, NotExercised {
        StartedTask unused = endedAs(wanted());
    }

    @Override
    public Arranged arrange(ServedState state, @Nullable Key beside, RandomGenerator random)
            throws NotArranged, NotExercised {
        if (state.unarranged()) {
            return new Arranged(state.name(), unarranged(random), null, null, List.of(), false, List.of());
        }
        if (state.otherOwner() != null) {
            return underAnotherOwner(state);
        }
        List<String> outcomes = state.outcomes();
        String last = outcomes.get(outcomes.size() - 1);
        if (state.serves().get(0).status() != contract.lifecycle().success()) {
            throw new NotExercised("no caller can bring about '" + state.name() + "'; it is judged when it happens");
        }
        if (!isTerminal(last)) {
            return passed(state, last);
        }
        StartedTask task = endedAs(last);
        List<Exchange> before = state.serves().size() > 1 ? task.exchanges() : List.of(task.lastPoll());
        return new Arranged(state.name(), task.key(), null, null, before, false, List.of());
    }

    /** Under the other owner, who has never heard of it. */
    private Arranged underAnotherOwner(ServedState state) throws NotArranged, NotExercised {
        String other = visit.otherOwner();
        if (other == null) {
            throw new NotExercised("it needs a second "
                    + contract.keys().ownerNoun().orElse("owner") + " of the tenant; " + advice.otherOwnerOption()
                    + " names one");
        }
        Key key = main().key();
        if (otherRefused == null) {
            otherRefused = caller.isOwnerRefused(contract.keys().under(other, caller.fresh(new SplittableRandom())));
        }
        if (otherRefused) {
            throw new NotArranged(
                    "the token is refused for all that is asked of "
                            + advice.owner().map(Noun::word).orElse("owner") + " " + other + ": check "
                            + advice.otherOwnerOption() + ", and that the token may read there",
                    List.of());
        }
        return new Arranged(
                state.name(), contract.keys().under(other, key), key, state.otherOwner(), List.of(), false, List.of());
    }

    private Arranged passed(ServedState state, String shown) throws NotArranged, NotExercised {
        main();
        for (Started started :
                Stream.of(main, failing).flatMap(Stream::ofNullable).toList()) {
            if (started.task() != null) {
                List<Exchange> polls = started.task().polls().stream()
                        .filter(poll -> caller.shown(poll).equals(shown))
                        .toList();
                if (!polls.isEmpty()) {
                    return new Arranged(state.name(), started.task().key(), null, null, polls, true, List.of());
                }
            }
        }
        throw new NotExercised("no poll showed " + shown + "; a shorter --poll-interval may help");
    }

    private StartedTask endedAs(String end) throws NotArranged, NotExercised {
        StartedTask first = main();
        if (first.end().equals(end)) {
            return first;
        }
        if (end.equals(wanted())) {
            throw new NotArranged(
                    "the " + contract.task() + " that was started ended with " + first.end() + " and not with " + end
                            + (hasDestination && isTerminal(first.end()) ? "; another --destination may help" : ""),
                    first.exchanges());
        }
        Map<String, ?> members = visit.failing();
        if (members == null) {
            throw new NotExercised("the " + contract.task() + " ended with " + first.end()
                    + (hasDestination
                            ? "; --failing-destination names a host to which one ends with " + end
                            : "; no option starts one that ends with " + end));
        }
        if (failing == null) {
            failing = started(members);
        }
        StartedTask second = task(failing);
        if (!isTerminal(second.end())) {
            throw new NotArranged(
                    "the " + contract.task() + " to --failing-destination ended with " + second.end(),
                    second.exchanges());
        }
        if (!second.end().equals(end)) {
            throw new NotExercised("the " + contract.task() + " to --failing-destination ended with " + second.end());
        }
        return second;
    }

    /** How a task ends that goes well. */
    private String wanted() {
        List<String> outcomes = contract.started().map(ServedState::outcomes).orElse(List.of(""));
        return outcomes.get(outcomes.size() - 1);
    }

    private boolean isTerminal(String outcome) {
        return contract.lifecycle().terminal().stream().anyMatch(end -> outcome.endsWith(" " + end));
    }

    private StartedTask main() throws NotArranged, NotExercised {
        if (main == null) {
            main = started(visit.members());
        }
        return task(main);
    }

    private Started started(Map<String, ?> members) throws NotExercised {
        try {
            return new Started(caller.run(members), null);
        } catch (NotArranged e) {
            return new Started(null, e);
        }
    }

    private static StartedTask task(Started started) throws NotArranged {
        if (started.task() == null) {
            throw Objects.requireNonNull(started.not());
        }
        return started.task();
    }

    @Override
    public void release(Arranged arranged) {
        // A task that has ended is left as it is.
    }

    @Override
    public Key unarranged(RandomGenerator random) {
        return caller.fresh(random);
    }

    @Override
    public Exchange start(Map<String, ?> members, Credential credential) throws NotExercised {
        return caller.start(members, credential);
    }

    @Override
    public Optional<String> momentary(Exchange exchange) {
        return moments.shown(exchange);
    }

    @Override
    public boolean isTokenAtAnEnd(Exchange refusal) {
        Key task = main == null || main.task() == null ? null : main.task().key();
        boolean atAnEnd = Caller.isRefused(refusal) && caller.isTokenRefused(task);
        if (atAnEnd) {
            guest.stop(Caller.TOKEN_AT_AN_END);
        }
        return atAnEnd;
    }

    @Override
    public Optional<String> end() {
        return guest.spent();
    }

    @Override
    public Optional<String> trouble() {
        return guest.stopped();
    }

    @Override
    public boolean isLive() {
        return true;
    }
}
