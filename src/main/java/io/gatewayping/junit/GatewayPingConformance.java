package io.gatewayping.junit;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Limits;
import io.gatewayping.exchange.Poller;
import io.gatewayping.exchange.Sender;
import io.gatewayping.exchange.Tokens;
import io.gatewayping.exchange.Transport;
import io.gatewayping.gate.Features;
import io.gatewayping.gate.Provider;
import io.gatewayping.state.ByStateUrl;
import io.gatewayping.state.ProviderStates;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;

/**
 * The whole gate as tests of JUnit, one for each scenario:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> keepsTheContract() {
 *     return GatewayPingConformance.of(baseUri, stateUri, token).tests();
 * }
 * }</pre>
 *
 * <p>A scenario that breaks what it claims fails with the findings; one that could not be judged ends in an exception that is
 * no {@link AssertionError}, so that it is no failure of the provider, and no success either.
 */
public final class GatewayPingConformance {

    private static final Duration POLL_DEADLINE = Duration.ofSeconds(30);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private final URI baseUri;
    private final URI stateUri;
    private final String token;
    private final @Nullable String tags;
    private final Duration pollDeadline;

    private GatewayPingConformance(
            URI baseUri, URI stateUri, String token, @Nullable String tags, Duration pollDeadline) {
        this.baseUri = baseUri;
        this.stateUri = stateUri;
        this.token = token;
        this.tags = tags;
        this.pollDeadline = pollDeadline;
    }

    /**
     * Judges a provider.
     *
     * @param baseUri where the contract's paths begin
     * @param stateUri takes the provider's state changes
     * @param token lets in
     * @throws IllegalArgumentException when one of the two is no {@code http://} or {@code https://} URL of a host
     */
    public static GatewayPingConformance of(URI baseUri, URI stateUri, String token) {
        return new GatewayPingConformance(
                url("baseUri", baseUri),
                url("stateUri", stateUri),
                Objects.requireNonNull(token, "token is null: it has to be the one that the provider lets in"),
                null,
                POLL_DEADLINE);
    }

    private static URI url(String name, URI uri) {
        boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (uri.getHost() == null || !isHttp) {
            // It is not shown: it may hold a token.
            throw new IllegalArgumentException(name + " is no URL of a host, such as http://127.0.0.1:8080");
        }
        return uri;
    }

    /**
     * The same with these scenarios only.
     *
     * @param expression a Cucumber tag expression, as {@code @smoke} or {@code not @http}
     */
    public GatewayPingConformance tagged(String expression) {
        return new GatewayPingConformance(baseUri, stateUri, token, expression, pollDeadline);
    }

    /** The same with another time than 30 s for polling a test to its end. */
    public GatewayPingConformance pollingFor(Duration deadline) {
        return new GatewayPingConformance(baseUri, stateUri, token, tags, deadline);
    }

    /**
     * The tests, by feature. Requests are sent as they are run.
     *
     * @return a stream to be closed, as JUnit closes it
     */
    public Stream<DynamicNode> tests() {
        Contract contract = Contract.builtIn();
        Transport transport = new Transport(new Limits(REQUEST_TIMEOUT));
        Provider provider = new Provider(
                new Sender(
                        transport,
                        baseUri,
                        contract.underTest().security().scheme(),
                        Tokens.of(token),
                        contract.words()),
                new ByStateUrl(contract.keys(), new ProviderStates(transport, stateUri, token)),
                new Poller(Clock.systemUTC(), time -> Thread.sleep(time.toMillis()), pollDeadline));
        Features features = new Features(List.of(Features.BUILT_IN), tags, 1);
        return new ScenarioTests(contract, provider, features).nodes().onClose(transport::close);
    }
}
