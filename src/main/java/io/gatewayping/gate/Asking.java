package io.gatewayping.gate;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Call;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.state.Arranged;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/** Sends the calls of one scenario, as often as it takes, and keeps what came back. */
final class Asking {

    /** How often the same is asked while the answers show nothing but a state of the moment. */
    static final int ASKED = 3;

    private static final int TOO_MANY_REQUESTS = 429;

    private final Contract contract;
    private final Provider provider;
    private final KeptTasks kept;
    private final Tasks tasks;
    private final Observed observed;
    private final Obstacles obstacles;
    private final Queue<Exchange> past = new ArrayDeque<>();
    private int inARow;

    Asking(Contract contract, Provider provider, KeptTasks kept, Tasks tasks, Observed observed, Obstacles obstacles) {
        this.contract = contract;
        this.provider = provider;
        this.kept = kept;
        this.tasks = tasks;
        this.observed = observed;
        this.obstacles = obstacles;
    }

    /** A task was arranged: what was exchanged of it already is seen, or is there to be seen where its state has passed. */
    void begin(Arranged next) {
        observed.arranged(next);
        past.clear();
        if (next.past()) {
            past.addAll(next.before());
        } else {
            next.before().forEach(this::observe);
        }
    }

    /** Several clients send the same calls at the same time, each in its order. */
    void atOnce(int clients, List<Call> calls) {
        goOnIfAnswered();
        if (provider.arranging().isLive()) {
            throw obstacles.notExercised("a live deployment is asked one thing at a time");
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
            throw obstacles.interrupted();
        }
    }

    /** Sends a call, and again while the answer shows nothing but a state of the moment. */
    Exchange send(Call call) {
        goOnIfAnswered();
        if (tasks.isPast()) {
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
                throw obstacles.notExercised(provider.arranging().end().orElse(""));
            }
            if (!observe(exchange)) {
                kept.keep(call, exchange);
                return exchange;
            }
            if (time == ASKED) {
                goOnIfNotLimited(exchange);
                return exchange;
            }
            goOnIfAnswered();
        }
    }

    /** Judges nothing by the last of several answers of which each told to ask later. */
    void goOnIfNotLimited(Exchange last) {
        if (isLimited(last)) {
            throw obstacles.cannotGoOn("the provider limited " + ASKED
                    + " requests in a row, though it was waited for as it asks; a lower --rate may help");
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
                && tasks.isPlainRead(call)
                && observed.about(call.key()).equals(tasks.current().before());
        return isFirst ? kept.answer(call) : Optional.empty();
    }

    /** What was read of the task while it was in the state of this scenario. */
    private Exchange seen(Call call) {
        List<Exchange> before = observed.about(call.key());
        if (past.isEmpty() && !before.isEmpty() && tasks.isPlainRead(call)) {
            // All that was seen of the state was judged already.
            return before.get(before.size() - 1);
        }
        Exchange next = past.peek();
        if (next == null || !tasks.isPlainRead(call)) {
            throw obstacles.notExercised("the " + contract.task() + " was no longer in the state '"
                    + tasks.current().state() + "' when this would have been asked");
        }
        past.remove();
        observe(next);
        return next;
    }

    /** Adds it to what was observed: whether it shows nothing but a state of the moment. */
    boolean observe(Exchange exchange) {
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

    /** Sends nothing more to whoever leaves all unanswered, or may be asked nothing more. */
    void goOnIfAnswered() {
        Optional<String> end = provider.arranging().end();
        if (end.isPresent()) {
            throw obstacles.notExercised(end.get());
        }
        if (Patience.isAtAnEnd(provider.sender().unanswered())) {
            throw obstacles.cannotGoOn(Patience.words());
        }
    }
}
