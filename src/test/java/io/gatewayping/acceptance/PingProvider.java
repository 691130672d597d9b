package io.gatewayping.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A provider as somebody else would write it, from the documentation and PROVIDER-STATES alone, on nothing but the JDK;
 * it keeps the contract but for what it is tampered with.
 */
final class PingProvider implements AutoCloseable {

    private static final String STATES = "/test-only/states";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Throwable> defects = new CopyOnWriteArrayList<>();

    private PingProvider(HttpServer server) {
        this.server = server;
    }

    static PingProvider start(Tampering tampering, String token) throws IOException {
        AnswerBook book = new AnswerBook(tampering);
        ArrangedTests tests = new ArrangedTests(tampering);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        PingProvider provider = new PingProvider(server);
        server.setExecutor(provider.threads);
        server.createContext(STATES, provider.watched(new StateChanges(book, tests)));
        server.createContext(
                "/", provider.watched(new PingTestReads(book, tests, new Doorkeeper(tampering, token), tampering)));
        server.start();
        return provider;
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI stateUrl() {
        return baseUrl().resolve(STATES);
    }

    /** What went wrong in the provider itself: a case whose data it cannot serve proves nothing. */
    List<Throwable> defects() {
        return defects;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpHandler watched(HttpHandler handler) {
        return (HttpExchange exchange) -> {
            try {
                handler.handle(exchange);
            } catch (IOException e) {
                // The client is gone: it may.
            } catch (RuntimeException | Error e) {
                defects.add(e);
            }
        };
    }
}
