package io.gatewayping.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.gatewayping.acceptance.AnswerSpec.Transfer;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operation: reads a ping test for whoever may. */
final class PingTestReads implements HttpHandler {

    private static final Pattern PATH =
            Pattern.compile("/network-troubleshooting/v1alpha1/gateways/([^/]+)/ping/async-operations/([^/]+)");

    private final AnswerBook book;
    private final ArrangedTests tests;
    private final TokenCheck check;
    private final String token;

    PingTestReads(AnswerBook book, ArrangedTests tests, TokenCheck check, String token) {
        this.book = book;
        this.tests = tests;
        this.check = check;
        this.token = token;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            if (!path.matches()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            TestKey key = new TestKey(path.group(1), path.group(2));
            Answer answer = answer(exchange, key);
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            think(answer.afterMilliseconds());
            send(exchange, answer, new Placeholders(key, Objects.requireNonNullElse(authorization, "")));
        }
    }

    private Answer answer(HttpExchange exchange, TestKey key) {
        Optional<ArrangedTests.Script> script = tests.find(key);
        if (!check.admits(exchange.getRequestHeaders(), token)) {
            return book.answer(script.isPresent() ? "unauthorized" : "unauthorized-for-unknown");
        }
        return script.map(ArrangedTests.Script::next).orElseGet(() -> book.answer("unknown"));
    }

    static void send(HttpExchange exchange, Answer answer, Placeholders placeholders) throws IOException {
        answer.headers().forEach((name, value) -> {
            if (value != null) {
                exchange.getResponseHeaders().set(name, placeholders.fill(value));
            }
        });
        byte[] body = answer.body(placeholders);
        // 0 means chunked to this server, -1 that there is no body.
        long length = answer.transfer() == Transfer.CHUNKED ? 0 : body.length == 0 ? -1 : body.length;
        exchange.sendResponseHeaders(answer.status(), length);
        if (length >= 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void think(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
