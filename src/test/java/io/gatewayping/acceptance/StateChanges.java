package io.gatewayping.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The state-change URL, as PROVIDER-STATES defines it. */
final class StateChanges implements HttpHandler {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String UNDER_THE_OTHER_GATEWAY = "a ping test has completed";

    private final AnswerBook book;
    private final ArrangedTests tests;

    StateChanges(AnswerBook book, ArrangedTests tests) {
        this.book = book;
        this.tests = tests;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode change = JSON.readTree(exchange.getRequestBody().readAllBytes());
            String state = change.path("state").asString();
            Optional<List<Answer>> answers = book.answersIn(state);
            if (!exchange.getRequestMethod().equals("POST")) {
                send(exchange, 405, Map.of());
            } else if (answers.isEmpty()) {
                send(exchange, 400, Map.of("message", "no such state: " + state + "; known are " + book.states()));
            } else {
                JsonNode params = change.path("params");
                String serialNumber = params.path("serialNumber").asString();
                String otherSerialNumber = params.path("otherSerialNumber").asString("");
                TestKey key = new TestKey(serialNumber, params.path("taskId").asString());
                TestKey other = new TestKey(otherSerialNumber, key.taskId());
                if (change.path("action").asString().equals("teardown")) {
                    tests.remove(key);
                    tests.remove(other);
                } else {
                    tests.put(key, state, answers.get());
                    if (!otherSerialNumber.isEmpty()) {
                        tests.put(
                                other,
                                UNDER_THE_OTHER_GATEWAY,
                                book.answersIn(UNDER_THE_OTHER_GATEWAY).orElseThrow());
                    }
                }
                send(exchange, 200, Map.of());
            }
        }
    }

    private static void send(HttpExchange exchange, int status, Map<String, String> body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
