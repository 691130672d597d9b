package io.gatewayping.stub;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.gatewayping.contract.Contract;
import io.gatewayping.counterexample.Counterexample;
import io.gatewayping.exchange.Scheme;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Our scripted provider: serves the contract's examples as WireMock scenarios, one for each key, takes state changes, and
 * starts ping tests that run to completion poll by poll.
 */
public final class Stub implements AutoCloseable {

    /** Where state changes go, below the base URL. */
    public static final String STATE_PATH = "/_pact/provider-states";

    private static final int THREADS = 16;
    static final int ARRANGED = 1;
    private static final int STATE_CHANGE = 2;
    private static final int AUTHENTICATED = 5;
    private static final int ANYBODY = 9;

    private final WireMockServer server;
    private final String host;
    private final DishonestAnswers dishonest;

    private Stub(WireMockServer server, String host, DishonestAnswers dishonest) {
        this.server = server;
        this.host = host;
        this.dishonest = dishonest;
    }

    /**
     * Starts a stub.
     *
     * @param host the address to listen on
     * @param port 0 for a free one
     * @param token the only token that is let in
     * @throws NotStarted when it cannot listen there
     */
    public static Stub start(Contract contract, String host, int port, String token) throws NotStarted {
        Scheme scheme = contract.underTest().security().scheme();
        Answers answers = new Answers(contract);
        StateChanges changes = new StateChanges(contract, answers, carrying(scheme, token));
        UnknownTests unknown = new UnknownTests(
                contract.underTest(), contract.unarranged().serves().get(0), answers);
        DishonestAnswers dishonest = new DishonestAnswers(contract.underTest(), token);
        WireMockConfiguration configuration = WireMockConfiguration.options()
                .bindAddress(host)
                .port(port)
                .containerThreads(THREADS)
                .jettyStopTimeout(0L)
                .disableRequestJournal()
                .httpServerFactory(new CaseSensitiveJetty())
                .extensions(changes, unknown, dishonest);
        contract.supporting()
                .ifPresent(
                        operation -> configuration.extensions(new StartedTests(contract, operation, answers, changes)));
        if (port == 0) {
            configuration.dynamicPort();
        }
        WireMockServer server = new WireMockServer(configuration);
        try {
            server.start();
        } catch (FatalStartupException e) {
            throw new NotStarted(host, port, e);
        }
        changes.arrangeOn(server);
        server.stubFor(
                transformed(post(urlPathEqualTo(STATE_PATH)), StateChanges.NAME).atPriority(STATE_CHANGE));
        contract.supporting()
                .ifPresent(operation ->
                        server.stubFor(transformed(post(urlPathTemplate(operation.path())), StartedTests.NAME)
                                .withHeader(scheme.header(), matching(carrying(scheme, token)))
                                .atPriority(AUTHENTICATED)));
        server.stubFor(transformed(get(urlPathTemplate(contract.underTest().path())), UnknownTests.NAME)
                .withHeader(scheme.header(), matching(carrying(scheme, token)))
                .atPriority(AUTHENTICATED));
        server.stubFor(any(anyUrl())
                .willReturn(answers.fixed(contract.underTest(), 401).withHeader("WWW-Authenticate", "Bearer"))
                .atPriority(ANYBODY));
        return new Stub(server, host, dishonest);
    }

    /** Where the contract's paths begin. */
    public URI baseUrl() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port());
    }

    /** Where state changes go. */
    public URI stateUrl() {
        return URI.create(baseUrl() + STATE_PATH);
    }

    /** From here on, answers by a counterexample, or honestly again when there is none. */
    public void answerBy(@Nullable Counterexample counterexample) {
        dishonest.answerBy(counterexample);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static MappingBuilder transformed(MappingBuilder mapping, String transformer) {
        return mapping.willReturn(aResponse().withTransformers(transformer));
    }

    /** The scheme's name has no case, the token has. */
    private static String carrying(Scheme scheme, String token) {
        String name = scheme.prefix().strip();
        return (name.isEmpty() ? "" : "(?i:" + Pattern.quote(name) + ") +") + Pattern.quote(token);
    }

    /** The stub cannot listen. */
    public static final class NotStarted extends Exception {
        private static final long serialVersionUID = 1L;

        NotStarted(String host, int port, Throwable cause) {
            super("cannot listen on " + host + ":" + port + ": " + rootMessage(cause), cause);
        }

        private static String rootMessage(Throwable failure) {
            Throwable root = failure;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return String.valueOf(root.getMessage());
        }
    }
}
