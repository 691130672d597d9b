package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatewayping.exchange.HttpCall;
import io.gatewayping.exchange.Limits;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Transport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which connections requests are sent by, and how they are written. */
@Timeout(60)
final class TransportTest {

    private static final Redaction NOTHING = new Redaction(List.of());
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private final Transport transport = new Transport(new Limits(Duration.ofSeconds(2)));

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void aConnectionIsUsedAgain() {
        try (RawServer server = RawServer.start(call -> call.send(OK))) {
            for (int call = 0; call < 3; call++) {
                assertThat(get(server).response().text()).isEqualTo("{}");
            }

            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void oneOfItsOwnIsUsedOnce() {
        try (RawServer server = RawServer.start(call -> call.send(OK))) {
            get(server);
            for (int call = 0; call < 3; call++) {
                assertThat(transport.callAlone(NOTHING, call(server, "")).response())
                        .isNotNull();
            }
            get(server);

            assertThat(server.accepted()).isEqualTo(4);
        }
    }

    @Test
    void oneThatWasClosedMeanwhileIsReplacedOnce() {
        try (RawServer server = RawServer.start(call -> {
            if (call.number() == 1) {
                call.send(OK);
            }
            call.close();
        })) {
            assertThat(get(server).response()).isNotNull();

            assertThat(get(server).failure()).isEqualTo("the connection was closed without an HTTP answer");
            assertThat(server.accepted()).isEqualTo(2);
            assertThat(server.reads()).isEqualTo(2);
        }
    }

    @Test
    void aRequestThatWasAnsweredInPartIsNotSentAgain() {
        try (RawServer server = RawServer.start(call -> {
            call.send(call.number() == 1 ? OK : "HTTP/1.1 200");
            if (call.number() > 1) {
                call.pause(50);
                call.reset();
            }
        })) {
            get(server);

            assertThat(get(server).failure()).startsWith("SocketException");
            assertThat(server.reads()).isEqualTo(2);
        }
    }

    @Test
    void oneWithSomethingLeftIsNotUsedAgain() {
        try (RawServer server = RawServer.start(call -> call.send(OK + OK))) {
            Outcome first = get(server);
            get(server);

            assertThat(first.response().text()).isEqualTo("{}");
            assertThat(first.malformed().actual()).startsWith("HTTP/1.1 200 OK");
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void oneByWhichSomethingCameThatNobodyAskedForIsNotUsedAgain() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        try (RawServer server = RawServer.start(call -> {
            call.send(OK);
            if (call.number() == 1) {
                awaited(asked);
                call.send("HTTP/1.1 408 Too late\r\nContent-Length: 0\r\n\r\n");
                sent.countDown();
            }
        })) {
            assertThat(get(server).malformed()).isNull();
            asked.countDown();
            awaited(sent);

            assertThat(get(server).response().status()).isEqualTo(200);
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void whatIsNeverAnsweredIsCounted() {
        try (RawServer server = RawServer.start(Call::beSilent)) {
            assertThat(get(server).failure()).isEqualTo("no complete answer within 2.0 s");
            assertThat(transport.unanswered()).isEqualTo(1);
        }
    }

    @Test
    void whoeverStopsWaitsForNoAnswer() {
        try (Transport patient = new Transport(new Limits(Duration.ofMinutes(5)));
                RawServer server = RawServer.start(Call::beSilent)) {
            CompletableFuture<Outcome> waiting =
                    CompletableFuture.supplyAsync(() -> patient.call(NOTHING, call(server, "")));
            await().until(() -> server.reads() == 1);

            patient.stop("enough");

            assertThat(waiting.join().failure()).isEqualTo("enough");
            assertThat(patient.call(NOTHING, call(server, "")).failure()).isEqualTo("enough");
            assertThat(patient.sent()).isEqualTo(1);
            assertThat(patient.unanswered()).isZero();
        }
    }

    @Test
    void theHostIsAskedAtEachOfItsAddresses() {
        try (RawServer server = RawServer.start(call -> call.send(OK))) {
            URI url = URI.create("http://localhost:" + server.url().getPort());

            assertThat(transport.call(NOTHING, HttpCall.get(url, Map.of())).response())
                    .isNotNull();
        }
    }

    @Test
    void theClientFramesWhatItSends() {
        Map<String, String> received = new ConcurrentHashMap<>();
        try (RawServer server = RawServer.start(call -> {
            received.putAll(call.headers());
            received.put("path", call.path());
            received.put("body", new String(call.body(), StandardCharsets.UTF_8));
            call.send(OK);
        })) {
            Map<String, String> headers = Map.of(
                    "Content-Length", "999", "Transfer-Encoding", "chunked", "HOST", "elsewhere", "X-A", "\u00e9");
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

            transport.call(NOTHING, new HttpCall("POST", URI.create(server.url() + "?a=%20b"), headers, body));
        }
        assertThat(received)
                .containsEntry("path", "/?a=%20b")
                .containsEntry("body", "{}")
                .containsEntry("content-length", "2")
                .containsEntry("x-a", "\u00e9")
                .doesNotContainKey("transfer-encoding");
        assertThat(received.get("host")).startsWith("127.0.0.1:");
    }

    @Test
    void noHeaderHoldsAnother() {
        try (RawServer server = RawServer.start(call -> call.send(OK))) {
            Outcome outcome = transport.call(NOTHING, call(server, "a\r\nX-Evil: b"));

            assertThat(outcome.failure()).isEqualTo("the request holds a control character: X-A: a\\r\\nX-Evil: b");
            assertThat(server.reads()).isZero();
        }
    }

    private Outcome get(RawServer server) {
        return transport.call(NOTHING, call(server, ""));
    }

    private static void awaited(CountDownLatch event) {
        try {
            assertThat(event.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpCall call(RawServer server, String value) {
        return HttpCall.get(server.url(), Map.of("X-A", value));
    }
}
