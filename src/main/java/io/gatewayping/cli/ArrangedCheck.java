package io.gatewayping.cli;

import io.cucumber.plugin.Plugin;
import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Limits;
import io.gatewayping.exchange.Network;
import io.gatewayping.exchange.Pace;
import io.gatewayping.exchange.Poller;
import io.gatewayping.exchange.Sender;
import io.gatewayping.exchange.StandingHeaders;
import io.gatewayping.exchange.Transport;
import io.gatewayping.gate.Features;
import io.gatewayping.gate.Gate;
import io.gatewayping.gate.InvalidFeature;
import io.gatewayping.gate.Preflight;
import io.gatewayping.gate.Provider;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.Seed;
import io.gatewayping.state.ByStateUrl;
import io.gatewayping.state.ProviderStates;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A check of a provider whose states are changed by a URL. */
final class ArrangedCheck implements AutoCloseable {

    private final Transport transport;
    private final Provider provider;
    private final Preflight preflight;

    ArrangedCheck(
            Contract contract,
            ProviderOption.Given given,
            Limits limits,
            Network network,
            StandingHeaders headers,
            Duration pollDeadline,
            Seed keys) {
        transport = new Transport(limits, network, Pace.FREE);
        provider = new Provider(
                new Sender(
                        transport,
                        given.baseUrl(),
                        contract.underTest().security().scheme(),
                        given.tokens(),
                        headers,
                        contract.words()),
                new ByStateUrl(
                        contract.keys(),
                        new ProviderStates(
                                transport, given.stateUrl(), given.tokens().valid())),
                new Poller(Clock.systemUTC(), time -> Thread.sleep(time.toMillis()), pollDeadline));
        preflight = new Preflight(contract, provider, keys);
    }

    /** Judges the provider, where it can be judged. */
    RunResult run(Gate gate, Features features, Plugin reports) throws InvalidFeature {
        Preflight.Result first = preflight.look();
        Optional<String> obstacle = transport.stopped().or(first::obstacle);
        return obstacle.isPresent()
                ? gate.notRun(obstacle.get(), sent())
                : gate.run(provider, features, List.of(first.result()), reports);
    }

    /** Ends the run with what was seen. */
    void stop() {
        transport.stop("stopped by its user");
    }

    /** Why the provider cannot be judged, in words, or nothing when it can. */
    Optional<String> obstacle() {
        return preflight.look().obstacle();
    }

    /** How many requests were sent. */
    int sent() {
        return transport.sent();
    }

    @Override
    public void close() {
        transport.close();
    }
}
