package io.gatewayping.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** A provider that answers each request with 200 and a body of the same kind, whatever was asked. */
final class OneAnswerProvider implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger answers = new AtomicInteger();

    private OneAnswerProvider(HttpServer server) {
        this.server = server;
    }

    /** Starts one whose bodies may tell how many answers there were before. */
    static OneAnswerProvider start(Map<String, String> headers, IntFunction<String> body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        OneAnswerProvider provider = new OneAnswerProvider(server);
        server.setExecutor(provider.threads);
        server.createContext("/", exchange -> provider.answer(exchange, headers, body));
        server.start();
        return provider;
    }

    /** Each answer is wrong in nearly every member, and in some of them like hardly another one. */
    static OneAnswerProvider wrongInManyWays() throws IOException {
        return start(Map.of(), number -> {
            String way = "wrong " + number % 40 + " " + "x".repeat(500);
            return """
                    {"status": "%1$s", "progressPercent": "%1$s", "startTime": "%1$s", "endTime": 5, "failReason": [],
                     "rawOutput": 7, "output": {"sentPacketsCount": "%1$s", "receivedPacketsCount": "%1$s",
                     "successRatePercent": "%1$s", "minimumLatency": 1, "maximumLatency": {}, "averageLatency": true}}
                    """
                    .formatted(way);
        });
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void answer(HttpExchange exchange, Map<String, String> headers, IntFunction<String> body)
            throws IOException {
        try (exchange) {
            byte[] bytes = body.apply(answers.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            headers.forEach(exchange.getResponseHeaders()::add);
            boolean bodiless = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, bodiless ? -1 : bytes.length);
            if (!bodiless) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
