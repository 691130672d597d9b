package io.gatewayping.cli;

import io.cucumber.plugin.Plugin;
import io.gatewayping.access.ClientCredentials;
import io.gatewayping.access.NoToken;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Noun;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.GoodGuest;
import io.gatewayping.exchange.Poller;
import io.gatewayping.exchange.Sender;
import io.gatewayping.exchange.Transport;
import io.gatewayping.gate.Features;
import io.gatewayping.gate.Gate;
import io.gatewayping.gate.InvalidFeature;
import io.gatewayping.gate.Provider;
import io.gatewayping.gate.RunResult;
import io.gatewayping.state.Live;
import io.gatewayping.state.NotArranged;
import io.gatewayping.state.NotExercised;
import io.gatewayping.state.Visit;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A check of a live deployment. */
final class LiveCheck {

    private final Contract contract;
    private final URI baseUrl;
    private final Visit visit;
    private final AccessOption access;
    private final ProviderOption given;
    private final GoodGuest guest;
    private final Consumer<String> progress;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Sending last;
    private volatile @Nullable Transport transport;

    LiveCheck(
            Contract contract,
            URI baseUrl,
            Visit visit,
            LiveOption option,
            AccessOption access,
            ProviderOption given,
            Consumer<String> progress) {
        this.contract = contract;
        this.baseUrl = baseUrl;
        this.visit = visit;
        this.access = access;
        this.given = given;
        this.progress = progress;
        guest = new GoodGuest(Clock.systemUTC(), this::pause, option.betweenRequests(), option.requests(), progress);
    }

    /** Nobody waits any longer once the run is to end. */
    private void pause(Duration time) throws InterruptedException {
        boolean unused = stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends the run with what was seen. */
    void stop() {
        String why = "stopped by its user; " + new Noun(contract.task()).one() + " that was started may still run";
        guest.stop(why);
        stopped.countDown();
        Transport used = transport;
        if (used != null) {
            used.stop(why);
        }
    }

    /** Judges the deployment, as far as it can be begun with. */
    RunResult run(Gate gate, Features features, Plugin reports) throws InvalidFeature {
        try (Transport own = new Transport(given.limits(), access.network(), guest)) {
            transport = own;
            Begun begun = begin(own);
            if (begun.obstacle() == null) {
                return gate.run(begun.provider(), features, List.of(), reports);
            }
            String obstacle = own.stopped().orElse(begun.obstacle());
            return begun.seen().isEmpty()
                    ? gate.notRun(obstacle, sent())
                    : gate.notRun(obstacle, begun.provider().get(), begun.seen());
        }
    }

    /** How many requests were sent. */
    int sent() {
        return guest.sent();
    }

    /** Why the deployment cannot be judged, or null when it can: one task is started and polled to its end. */
    @Nullable
    String obstacle() {
        try (Transport transport = new Transport(given.limits(), access.network(), guest)) {
            return begin(transport).obstacle();
        }
    }

    /**
     * What came of the beginning.
     *
     * @param obstacle why nothing more can be done, or null
     * @param provider as scenarios reach it
     * @param seen what was exchanged, where it is to be judged though there is an obstacle
     */
    private record Begun(@Nullable String obstacle, Supplier<Provider> provider, List<Exchange> seen) {}

    private record Sending(String token, Sender sender) {}

    private Begun begin(Transport transport) {
        Operation start = contract.supporting().orElseThrow();
        TokenSource tokens = tokens(transport);
        Supplier<Sender> senders = () -> sender(transport, tokens);
        Live live = new Live(contract, start, visit, senders, Clock.systemUTC(), this::pause, guest, progress);
        Supplier<Provider> provider =
                () -> new Provider(senders.get(), live, new Poller(Clock.systemUTC(), this::pause, visit.deadline()));
        try {
            last = sending(transport, tokens.next());
            if (access.tokenUrl() != null) {
                progress.accept("a token was granted by " + access.tokenUrl());
            }
            live.begin();
            return new Begun(null, provider, List.of());
        } catch (NoToken e) {
            if (e.isRefused()) {
                throw new UsageError(String.valueOf(e.getMessage()));
            }
            return new Begun(String.valueOf(e.getMessage()), provider, List.of());
        } catch (NotArranged e) {
            return new Begun(String.valueOf(e.getMessage()), provider, e.seen());
        } catch (NotExercised e) {
            return new Begun(String.valueOf(e.getMessage()), provider, List.of());
        }
    }

    private interface TokenSource {
        String next() throws NoToken;
    }

    private TokenSource tokens(Transport transport) {
        URI url = access.tokenUrl();
        if (url == null) {
            String token = given.token();
            return () -> token;
        }
        ClientCredentials client = new ClientCredentials(
                transport,
                url,
                AccessOption.variable("GATE_CLIENT_ID", "--token-url"),
                AccessOption.variable("GATE_CLIENT_SECRET", "--token-url"),
                Clock.systemUTC());
        return client::token;
    }

    /** With a token that still holds: the one before, for as long as there is no other. */
    private Sender sender(Transport transport, TokenSource tokens) {
        Sending sending = Objects.requireNonNull(last);
        // Nothing is sent any more that would need a new one.
        if (guest.spent().isEmpty()) {
            try {
                String token = tokens.next();
                sending = token.equals(sending.token()) ? sending : sending(transport, token);
                last = sending;
            } catch (NoToken e) {
                guest.stop("the token could not be renewed: " + e.getMessage());
            }
        }
        return sending.sender();
    }

    private Sending sending(Transport transport, String token) {
        return new Sending(
                token,
                new Sender(
                        transport,
                        baseUrl,
                        contract.underTest().security().scheme(),
                        given.tokens(token),
                        access.headers(),
                        contract.words()));
    }
}
