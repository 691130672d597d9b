package io.gatewayping.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stub makes of messages that no HTTP client sends, and of those that only few do. */
final class MessageTest {

    private static final String GATEWAY = "/network-troubleshooting/v1alpha1/gateways/CNF7K9X0AB";
    private static final String TEST = GATEWAY + "/ping/async-operations/c7a3f2d1-e8a9-4b7c-8d1e-0f9a3b2c1d0e";
    private static final String HOST = "Host: stub\r\n";
    private static final String TOKEN = "Authorization: Bearer let-me-in\r\n";
    private static final String CLOSE = "Connection: close\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String DESTINATION = "{\"destination\": \"www.google.com\"}";

    private static final String SENT = CLOSE + "Content-Length: " + DESTINATION.length() + "\r\n\r\n" + DESTINATION;

    private static Stub stub;

    @BeforeAll
    static void start() throws Stub.NotStarted {
        stub = Stub.start(Contract.builtIn(), "127.0.0.1", 0, "let-me-in");
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    static Stream<Arguments> noHttp() {
        String get = "GET " + TEST + " HTTP/1.1\r\n";
        String post = "POST " + GATEWAY + "/ping HTTP/1.1\r\n" + HOST + TOKEN + JSON;
        return Map.ofEntries(
                        Map.entry("no request line", "hello\r\n\r\n"),
                        Map.entry("no version", "GET " + TEST + "\r\n\r\n"),
                        Map.entry("another version", "GET " + TEST + " HTTP/2.0\r\n" + HOST + "\r\n"),
                        Map.entry("two blanks", "GET  " + TEST + " HTTP/1.1\r\n" + HOST + "\r\n"),
                        Map.entry("a blank in the path", "GET " + TEST + " x HTTP/1.1\r\n" + HOST + "\r\n"),
                        Map.entry("a byte that is no ASCII", "GET " + TEST + "\u00e9 HTTP/1.1\r\n" + HOST + "\r\n"),
                        Map.entry("a fragment", "GET " + TEST + "#x HTTP/1.1\r\n" + HOST + "\r\n"),
                        Map.entry("no host", get + TOKEN + "\r\n"),
                        Map.entry("two hosts", get + HOST + HOST + TOKEN + "\r\n"),
                        Map.entry("a host with a blank", get + "Host: a b\r\n" + TOKEN + "\r\n"),
                        Map.entry("a host with a port that is none", get + "Host: x:abc\r\n" + TOKEN + "\r\n"),
                        Map.entry("a host with a port too high", get + "Host: x:65536\r\n" + TOKEN + "\r\n"),
                        Map.entry("half an address", get + "Host: [::1\r\n" + TOKEN + "\r\n"),
                        Map.entry("a port without a host", get + "Host: :80\r\n" + TOKEN + "\r\n"),
                        Map.entry(
                                "somebody before the host",
                                "GET http://u:p@x" + TEST + " HTTP/1.1\r\n" + HOST + "\r\n"),
                        Map.entry("an origin without a host", "GET http://" + TEST + " HTTP/1.1\r\n" + HOST + "\r\n"),
                        Map.entry("a folded line", get + HOST + "X-Long: a\r\n b\r\n\r\n"),
                        Map.entry("a blank before a colon", get + HOST + "X-Blank : a\r\n\r\n"),
                        Map.entry("no colon", get + HOST + "X-Blank\r\n\r\n"),
                        Map.entry("a NUL in a value", get + HOST + "X-Nul: \0\r\n\r\n"),
                        Map.entry("a carriage return in a value", get + HOST + "X-Cr: a\rb\r\n\r\n"),
                        Map.entry("TLS", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003\n"),
                        Map.entry("a negative length", post + "Content-Length: -1\r\n\r\n"),
                        Map.entry("a length with a sign", post + "Content-Length: +2\r\n\r\n{}"),
                        Map.entry("two lengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} "),
                        Map.entry(
                                "a length and chunks",
                                post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                        Map.entry("another coding", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
                        Map.entry("chunks of a negative size", post + "Transfer-Encoding: chunked\r\n\r\n-1\r\n"),
                        Map.entry("a body in a coding", post + "Content-Encoding: gzip\r\n" + SENT),
                        Map.entry("a parameter that is none", (post + SENT).replace("json", "json; foo")),
                        Map.entry("a chunk too long", post + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}}\r\n0\r\n\r\n"))
                .entrySet()
                .stream()
                .map(it -> Arguments.of(it.getKey(), it.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noHttp")
    void whatIsNoHttpIsABadRequest(String what, String request) throws IOException {
        Wire.Answer answer = Wire.answer(stub.baseUrl(), request);

        assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 400 Bad Request");
        assertThat(answer.header("content-type")).isEqualTo("application/json");
        assertThat(answer.header("connection")).isEqualTo("close");
        assertThat(answer.body()).contains("\"HPE_GRAVITY_BAD_REQUEST\"");
    }

    static Stream<Arguments> tooMuch() {
        String get = "GET " + TEST + " HTTP/1.1\r\n" + HOST + TOKEN;
        return Stream.of(
                Arguments.of(414, "URI_TOO_LONG", "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n\r\n"),
                Arguments.of(431, "REQUEST_HEADER_FIELDS_TOO_LARGE", get + "X: " + "x".repeat(20_000) + "\r\n\r\n"),
                Arguments.of(431, "REQUEST_HEADER_FIELDS_TOO_LARGE", get + "X: x\r\n".repeat(200) + "\r\n"),
                Arguments.of(417, "EXPECTATION_FAILED", get + "Expect: miracles\r\nContent-Length: 1\r\n\r\nx"));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void whatIsTooMuchIsToldByHttpsOwnStatus(int status, String code, String request) throws IOException {
        Wire.Answer answer = Wire.answer(stub.baseUrl(), request);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"errorCode\":\"" + code + "\",\"message\":\"");
    }

    @Test
    void whatIsNoHttpIsToldByWhatIsWrong() throws IOException {
        assertThat(Wire.answer(stub.baseUrl(), "GET " + TEST + " HTTP/1.1\r\n" + TOKEN + "\r\n")
                        .body())
                .contains("\"message\":\"A request names one host.\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x:80", "127.0.0.1:65535", "[::1]:8080", "x:", ""})
    void aHostMayHaveAPort(String host) throws IOException {
        Wire.Answer answer = Wire.answer(
                stub.baseUrl(), "GET " + TEST + " HTTP/1.1\r\nHost: " + host + "\r\n" + TOKEN + CLOSE + "\r\n");

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void aBodyThatIsTooLongIsABadRequest() throws IOException {
        String long2 = " ".repeat(2 << 20) + DESTINATION;
        String post = "POST " + GATEWAY + "/ping HTTP/1.1\r\n" + HOST + TOKEN + JSON;
        String measured = post + "Content-Length: " + long2.length() + "\r\n\r\n" + long2;
        String chunked = post + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(long2.length()) + "\r\n"
                + long2 + "\r\n0\r\n\r\n";

        for (String request : List.of(measured, chunked)) {
            assertThat(Wire.answer(stub.baseUrl(), request).body()).contains("\"HPE_GRAVITY_BAD_REQUEST\"");
        }
        assertThat(Wire.answer(stub.baseUrl(), measured.replace(GATEWAY + "/ping", Stub.STATE_PATH))
                        .body())
                .isEqualTo("{\"message\":\"the body is too long\"}");
    }

    @Test
    void aBodyMayComeInChunks() throws IOException {
        Wire.Answer answer = Wire.answer(
                stub.baseUrl(),
                "POST " + GATEWAY + "/ping HTTP/1.1\r\n" + HOST + TOKEN + JSON + CLOSE
                        + "Transfer-Encoding: Chunked\r\n\r\n1;a=b\r\n{\r\n1f\r\n\"destination\": \"www.google.com\"\r\n"
                        + "1 \r\n}\r\n0\r\nX-Trailer: x\r\n\r\n");

        assertThat(answer.status()).isEqualTo(202);
    }

    @Test
    void whoeverAsksBeforeSendingABodyMayGoOn() throws IOException {
        List<Wire.Answer> answers = Wire.answers(
                stub.baseUrl(),
                "POST " + GATEWAY + "/ping HTTP/1.1\r\n" + HOST + TOKEN + JSON + CLOSE + "Expect: 100-Continue\r\n"
                        + "Content-Length: " + DESTINATION.length() + "\r\n\r\n" + DESTINATION);

        assertThat(answers).extracting(Wire.Answer::status).containsExactly(100, 202);
    }

    @Test
    void requestsMayFollowEachOtherOnOneConnection() throws IOException {
        String get = "GET " + TEST + " HTTP/1.1\r\n" + HOST + TOKEN;
        String delete = "DELETE " + TEST + " HTTP/1.1\r\n" + HOST + "Content-Length: 4\r\n\r\nbody\r\n";
        List<Wire.Answer> answers =
                Wire.answers(stub.baseUrl(), get + "\r\n" + delete + get + CLOSE + "\r\n" + get + "\r\n");

        assertThat(answers).extracting(Wire.Answer::status).containsExactly(404, 405, 404);
        assertThat(answers).extracting(it -> it.header("connection")).containsExactly("", "", "close");
    }

    @Test
    void anAbsoluteTargetIsTheSameAsItsPath() throws IOException {
        for (String origin : List.of("http://stub", "HTTPS://stub:8443")) {
            assertThat(Wire.answer(
                                    stub.baseUrl(),
                                    "GET " + origin + TEST + "?x=y HTTP/1.1\r\n" + HOST + TOKEN + CLOSE + "\r\n")
                            .body())
                    .contains("\"HPE_GRAVITY_TASK_NOT_FOUND\"");
        }
    }

    @Test
    void anOldClientIsAnsweredAndLetGo() throws IOException {
        Wire.Answer answer = Wire.answer(stub.baseUrl(), "GET " + TEST + " HTTP/1.0\r\n" + TOKEN + "\r\n");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("connection")).isEqualTo("close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "x%4", "%zz", "%-1", "%ff"})
    void anEscapeThatStandsForNoTextIsABadRequest(String id) throws IOException {
        String path = GATEWAY + "/ping/async-operations/" + id;
        Wire.Answer answer =
                Wire.answer(stub.baseUrl(), "GET " + path + " HTTP/1.1\r\n" + HOST + TOKEN + CLOSE + "\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"HPE_GRAVITY_BAD_REQUEST\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET / HT", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"})
    void whoAsksForNothingMakesRoomForWhoDoes(String begun) throws IOException {
        List<Socket> idle = new ArrayList<>();
        try (Stub busy = Stub.start(Contract.builtIn(), "127.0.0.1", 0, "let-me-in")) {
            for (int connection = 0; connection < 300; connection++) {
                Socket socket =
                        new Socket(busy.baseUrl().getHost(), busy.baseUrl().getPort());
                idle.add(socket);
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            }
            Wire.Answer answer =
                    Wire.answer(busy.baseUrl(), "GET " + TEST + " HTTP/1.1\r\n" + HOST + TOKEN + CLOSE + "\r\n");

            assertThat(answer.status()).isEqualTo(404);
        } catch (Stub.NotStarted e) {
            throw new AssertionError(e);
        } finally {
            for (Socket connection : idle) {
                connection.close();
            }
        }
    }

    @Test
    void anAnswerToHeadHasNoBody() throws IOException {
        Wire.Answer answer = Wire.answer(stub.baseUrl(), "HEAD " + TEST + " HTTP/1.1\r\n" + HOST + CLOSE + "\r\n");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("allow")).isEqualTo("GET");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void ofTwoCredentialsNoneIsTaken() throws IOException {
        Wire.Answer answer =
                Wire.answer(stub.baseUrl(), "GET " + TEST + " HTTP/1.1\r\n" + HOST + TOKEN + TOKEN + CLOSE + "\r\n");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void everyAnswerTellsWhenItWasMade() throws IOException {
        assertThat(Wire.answer(stub.baseUrl(), "GET / HTTP/1.1\r\n" + HOST + CLOSE + "\r\n")
                        .header("date"))
                .matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
    }
}
