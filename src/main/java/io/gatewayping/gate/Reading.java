package io.gatewayping.gate;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Call;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Response;
import io.gatewayping.state.Advice;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** The ways in which a scenario reads its tasks: once, as somebody else, otherwise than it should, at once, to their end. */
public final class Reading {

    private static final Duration PAUSE = Duration.ofMillis(300);

    /** So many wrong credentials of a guest are followed by one valid token. */
    private static final int ONE_IN = 4;

    /** So many characters of a key stand for each that a guest changes. */
    private static final int ONE_CHARACTER_IN = 10;

    /** So many more tasks tell what a task shows from what one of several instances does, by chance or by the id. */
    private static final int MORE_UNKNOWN = 30;

    /** A guest asks for fewer. */
    private static final int MORE_UNKNOWN_LIVE = 10;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String NEVER_GIVEN = "\"never-given-by-this-provider\"";

    private final Contract contract;
    private final Provider provider;
    private final Tasks tasks;
    private final Asking asking;
    private final Observed observed;
    private final Obstacles obstacles;
    private final IntConsumer polled;

    /** @param polled hears how often a task has been polled */
    Reading(
            Contract contract,
            Provider provider,
            Tasks tasks,
            Asking asking,
            Observed observed,
            Obstacles obstacles,
            IntConsumer polled) {
        this.contract = contract;
        this.provider = provider;
        this.tasks = tasks;
        this.asking = asking;
        this.observed = observed;
        this.obstacles = obstacles;
        this.polled = polled;
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

    /** Reads a task on a connection that has carried the valid token. */
    public void readOnTheSameConnection(WhichTask which, Credential credential) {
        asking.send(tasks.call(which, credential).onAKeptOne());
    }

    /**
     * Reads a task that differs in one character, for each of them in turn, the last one first; a guest asks for some.
     *
     * @param which what differs
     */
    public void readWithEachCharacterChanged(WhichTask which) {
        List<Call> calls = tasks.callsOfEachCharacter(which);
        int every = provider.arranging().isLive() ? ONE_CHARACTER_IN : 1;
        for (int number = calls.size() - 1; number >= 0; number -= every) {
            asking.send(calls.get(number));
        }
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

    /** Reads more tasks that nobody knows, one by one, while what is answered about them seems to tell them apart. */
    public void readMoreUnknown(Credential credential) {
        int most = provider.arranging().isLive() ? MORE_UNKNOWN_LIVE : MORE_UNKNOWN;
        for (int more = 0; more < most && observed.tellsApart(); more++) {
            asking.send(tasks.callOfAnotherUnknown(credential));
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
                                polled.accept(count.incrementAndGet());
                                return asking.send(call);
                            },
                            this::hasEnded);
            Exchange last = polls.get(polls.size() - 1);
            if (last.response() != null && !hasEnded(last)) {
                obstacles.add("the " + contract.task() + " had not ended after "
                        + provider.poller().deadline().toMillis() / 1000.0 + " s and " + polls.size()
                        + " polls"
                        + new Advice(contract)
                                .onTheDeadline(contract.lifecycle().outcome(last.response())));
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
}
