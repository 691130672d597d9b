package io.gatewayping.cli;

import io.gatewayping.access.ClientCredentials;
import io.gatewayping.access.NoToken;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.GoodGuest;
import io.gatewayping.exchange.Limits;
import io.gatewayping.exchange.Poller;
import io.gatewayping.exchange.Sender;
import io.gatewayping.exchange.Transport;
import io.gatewayping.gate.Features;
import io.gatewayping.gate.Gate;
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
    private final Supplier<String> fixedToken;
    private final GoodGuest guest;
    private final Consumer<String> progress;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable String lastToken;

    LiveCheck(
            Contract contract,
            URI baseUrl,
            Visit visit,
            LiveOption option,
            AccessOption access,
            Supplier<String> fixedToken,
            Consumer<String> progress) {
        this.contract = contract;
        this.baseUrl = baseUrl;
        this.visit = visit;
        this.access = access;
        this.fixedToken = fixedToken;
        this.progress = progress;
        guest = new GoodGuest(Clock.systemUTC(), this::pause, option.betweenRequests(), option.requests(), progress);
    }

    /** Nobody waits any longer once the run is to end. */
    private void pause(Duration time) throws InterruptedException {
        boolean unused = stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends the run with what was seen. */
    void stop() {
        guest.stop("stopped by its user; a " + contract.task() + " that was started may still run");
        stopped.countDown();
    }

    RunResult run(Gate gate, Features features, List<String> reports, Limits limits) {
        Operation start = contract.supporting()
                .orElseThrow(() -> new UsageError("--live needs a contract with an operation that starts tasks"));
        try (Transport transport = new Transport(limits, access.network(), guest)) {
            Tokens tokens = tokens(transport);
            String first;
            try {
                first = tokens.next();
            } catch (NoToken e) {
                if (e.isRefused()) {
                    throw new UsageError(String.valueOf(e.getMessage()));
                }
                return gate.notRun(String.valueOf(e.getMessage()));
            }
            lastToken = first;
            Supplier<Sender> senders = () -> sender(transport, tokens);
            Live live = new Live(contract, start, visit, senders, Clock.systemUTC(), this::pause, guest, progress);
            Supplier<Provider> provider = () ->
                    new Provider(senders.get(), live, new Poller(Clock.systemUTC(), this::pause, visit.deadline()));
            try {
                live.begin();
            } catch (NotArranged e) {
                return gate.notRun(String.valueOf(e.getMessage()), provider.get(), e.seen());
            } catch (NotExercised e) {
                return gate.notRun(String.valueOf(e.getMessage()));
            }
            return gate.run(provider, features, reports);
        }
    }

    private interface Tokens {
        String next() throws NoToken;
    }

    private Tokens tokens(Transport transport) {
        URI url = access.tokenUrl();
        if (url == null) {
            String token = fixedToken.get();
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

    private Sender sender(Transport transport, Tokens tokens) {
        String token = String.valueOf(lastToken);
        try {
            token = tokens.next();
            lastToken = token;
        } catch (NoToken e) {
            guest.stop("the token could not be renewed: " + e.getMessage());
        }
        return new Sender(transport, baseUrl, contract.underTest().security().scheme(), token, access.headers());
    }
}
