package io.gatewayping.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.gatewayping.acceptance.AnswerSpec.Transfer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operation: reads a ping test for whoever may. */
final class PingTestReads implements HttpHandler {

    private static final Pattern PATH =
            Pattern.compile("/network-troubleshooting/v1alpha1/gateways/([^/]+)/ping/async-operations/([^/]+)");

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String CONSTANT_TAG = "\"1\"";

    private final AnswerBook book;
    private final ArrangedTests tests;
    private final Doorkeeper door;
    private final Tampering tampering;
    private final AtomicBoolean first = new AtomicBoolean(true);
    private final Map<TestKey, AtomicInteger> inside = new ConcurrentHashMap<>();
    private final AtomicInteger simultaneous = new AtomicInteger();
    private volatile @Nullable TestKey lastAsked;

    PingTestReads(AnswerBook book, ArrangedTests tests, Doorkeeper door, Tampering tampering) {
        this.book = book;
        this.tests = tests;
        this.door = door;
        this.tampering = tampering;
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
            AtomicInteger readers = inside.computeIfAbsent(key, none -> new AtomicInteger());
            readers.incrementAndGet();
            Answer answer = answer(exchange, key);
            readers.decrementAndGet();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            think(answer.afterMilliseconds());
            send(
                    exchange,
                    answer,
                    new Placeholders(key, Objects.requireNonNullElse(authorization, ""), tests.owner(key)));
        }
    }

    private Answer answer(HttpExchange exchange, TestKey key) {
        String firstAnswer = tampering.first();
        if (first.getAndSet(false) && firstAnswer != null) {
            return book.answer(firstAnswer);
        }
        Optional<ArrangedTests.Script> script = tests.find(asked(key));
        if (tampering.slip() == Slip.DELETES_WITHOUT_A_TOKEN
                && exchange.getRequestMethod().equals("DELETE")) {
            tests.remove(key);
        }
        if (!door.admits(exchange, key, script)) {
            boolean toldOf = tampering.slip() == Slip.LOOKS_FOR_THE_TEST_BEFORE_THE_TOKEN
                    && script.filter(it -> it.state().equals("the ping test belongs to another gateway"))
                            .isPresent();
            return book.answer(toldOf ? "unknown" : script.isPresent() ? "unauthorized" : "unauthorized-for-unknown");
        }
        if (!exchange.getRequestMethod().matches("GET|HEAD") && !isAnsweredAllTheSame(exchange)) {
            return book.answer("method-not-allowed");
        }
        if (tampering.slip() == Slip.FORGETS_THE_GATEWAY_ONCE_READ) {
            script = tests.findRead(key).or(() -> tests.find(key));
        }
        if (tampering.slip() == Slip.ANSWERS_THE_LAST_TEST_OF_THE_GATEWAY) {
            script = tests.lastBeside(key).or(() -> tests.find(key));
        }
        String malformed = tampering.malformed();
        if (malformed != null && !UUID.matcher(key.taskId()).matches()) {
            return book.answer(malformed);
        }
        if (tampering.slip() == Slip.ANSWERS_FROM_A_REPLICA && isSimultaneous(key) && script.isPresent()) {
            return script.get().stale();
        }
        return script.map(ArrangedTests.Script::next).orElseGet(() -> book.answer("unknown"));
    }

    private boolean isAnsweredAllTheSame(HttpExchange exchange) {
        return tampering.slip() == Slip.ANSWERS_ANY_METHOD
                || (tampering.slip() == Slip.ANSWERS_PUT_WITHOUT_A_TOKEN
                        && exchange.getRequestMethod().equals("PUT")
                        && !exchange.getRequestHeaders().containsKey("Authorization"));
    }

    /** What a field that all threads share makes of the key. */
    private TestKey asked(TestKey key) {
        if (tampering.slip() != Slip.MIXES_UP_THE_SIMULTANEOUS) {
            return key;
        }
        lastAsked = key;
        think(5);
        return Objects.requireNonNull(lastAsked);
    }

    private boolean isSimultaneous(TestKey key) {
        think(5);
        return Objects.requireNonNull(inside.get(key)).get() > 1 && simultaneous.getAndIncrement() % 2 == 1;
    }

    private void send(HttpExchange exchange, Answer answer, Placeholders placeholders) throws IOException {
        send(exchange, answer, placeholders, tampering);
    }

    static void send(HttpExchange exchange, Answer answer, Placeholders placeholders, Tampering tampering)
            throws IOException {
        answer.headers().forEach((name, value) -> {
            if (value != null) {
                exchange.getResponseHeaders().set(name, placeholders.fill(value));
            }
        });
        byte[] body = answer.body(placeholders);
        int status = answer.status();
        String tag = tag(body, tampering);
        if (tag != null && status == 200) {
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
        }
        if (status == 200
                && "application/xml".equals(exchange.getRequestHeaders().getFirst("Accept"))) {
            if (tampering.slip() == Slip.REFUSES_XML) {
                exchange.sendResponseHeaders(406, -1);
                return;
            }
            if (tampering.slip() == Slip.NAMES_XML_JSON || tampering.slip() == Slip.GIVES_XML) {
                body = "<pingTest><status>COMPLETED</status></pingTest>".getBytes(StandardCharsets.UTF_8);
            }
            if (tampering.slip() == Slip.GIVES_XML) {
                exchange.getResponseHeaders().set("Content-Type", "application/xml");
            }
        }
        boolean isEmpty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        // 0 means chunked to this server, -1 that there is no body.
        long length = isEmpty ? -1 : answer.transfer() == Transfer.CHUNKED ? 0 : body.length;
        exchange.sendResponseHeaders(status, length);
        if (length >= 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static @Nullable String tag(byte[] body, Tampering tampering) {
        return switch (tampering.slip()) {
            case SAYS_NOTHING_HAS_CHANGED -> CONSTANT_TAG;
            case KNOWS_ENTITY_TAGS -> "\"" + Arrays.hashCode(body) + "\"";
            default -> null;
        };
    }

    private static void think(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
