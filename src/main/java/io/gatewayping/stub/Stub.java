package io.gatewayping.stub;

import io.gatewayping.contract.Contract;
import io.gatewayping.counterexample.Counterexample;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Our scripted provider: serves the contract's examples, takes state changes, and starts tasks that go on poll by poll. A
 * client of the operation cannot tell it from a good provider.
 */
public final class Stub implements AutoCloseable {

    /** Where state changes go, below the base URL. */
    public static final String STATE_PATH = "/_pact/provider-states";

    private final String host;
    private final Listener listener;
    private final DishonestAnswers dishonest;

    private Stub(String host, Listener listener, DishonestAnswers dishonest) {
        this.host = host;
        this.listener = listener;
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
        ScriptedProvider provider = new ScriptedProvider(contract, token);
        return start(host, port, provider, provider.dishonest());
    }

    /**
     * Starts a stub that tells of each request.
     *
     * @param log takes a line on each, without the token
     * @throws NotStarted when it cannot listen there
     */
    public static Stub start(Contract contract, String host, int port, String token, Consumer<String> log)
            throws NotStarted {
        ScriptedProvider provider = new ScriptedProvider(contract, token);
        return start(host, port, new LoggedAnswers(provider, token, log), provider.dishonest());
    }

    private static Stub start(String host, int port, Answering answering, DishonestAnswers dishonest)
            throws NotStarted {
        try {
            return new Stub(host, Listener.start(host, port, answering), dishonest);
        } catch (IOException e) {
            throw new NotStarted(host, port, e);
        }
    }

    /** Where the contract's paths begin. */
    public URI baseUrl() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + listener.port());
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
        listener.close();
    }

    /** The stub cannot listen. */
    public static final class NotStarted extends Exception {
        private static final long serialVersionUID = 1L;

        NotStarted(String host, int port, IOException cause) {
            super("cannot listen on " + host + ":" + port + ": " + cause.getMessage(), cause);
        }
    }
}
