package io.gatewayping.pact;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider that answers what it is told to, and remembers what it was asked. */
final class RecordingProvider implements AutoCloseable {

    record Asked(String method, String target, Headers headers, String body) {}

    record Answer(int status, String type, byte[] body) {
        static Answer of(int status, String type, String body) {
            return new Answer(status, type, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final String STATES = "/states";

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private volatile Answer states = Answer.of(200, "application/json", "{}");

    RecordingProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI stateUrl() {
        return url().resolve(STATES);
    }

    RecordingProvider answers(String target, Answer answer) {
        answers.put(target, answer);
        return this;
    }

    RecordingProvider answersStateChanges(Answer answer) {
        states = answer;
        return this;
    }

    /** All but the state changes. */
    List<Asked> asked() {
        return asked.stream().filter(it -> !it.target().equals(STATES)).toList();
    }

    /** The bodies of the state changes. */
    List<String> stateChanges() {
        return asked.stream()
                .filter(it -> it.target().equals(STATES))
                .map(Asked::body)
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(exchange.getRequestMethod(), target, exchange.getRequestHeaders(), body));
        Answer answer = target.equals(STATES)
                ? states
                : answers.getOrDefault(target, Answer.of(200, "application/json", "{\"a\":1}"));
        if (!answer.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", answer.type());
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
