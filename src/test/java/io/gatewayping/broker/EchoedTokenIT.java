package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayping.cli.GateProcess;
import io.gatewayping.gate.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Brokers that give away what they were sent, in all that the gate shows of an answer. */
@Execution(ExecutionMode.CONCURRENT)
final class EchoedTokenIT {

    private static final String MATRIX =
            """
            {"summary": {"deployable": %s, "reason": "who sent %s?"},
             "matrix": [{"verificationResult": {"success": true, "_links": {"self": {"href": "http://b/%s"}}}}]}
            """;

    private record Echo(int status, String body, int exit) {
        @Override
        public String toString() {
            return status + " " + body.lines().toList();
        }
    }

    static Stream<Echo> echoes() {
        String piece = Pipeline.TOKEN.substring(5, 17);
        String base64 = Base64.getEncoder()
                .encodeToString(Pipeline.ACCESS.authorization().getBytes(StandardCharsets.UTF_8));
        String encoded = URLEncoder.encode(Pipeline.TOKEN, StandardCharsets.UTF_8);
        return Stream.of(Pipeline.TOKEN, piece, base64, encoded)
                .flatMap(echo -> Stream.of(
                        new Echo(401, "{\"error\": \"" + echo + "\"}", 3),
                        new Echo(400, "{\"errors\": {\"" + echo + "\": [\"is " + echo + "\"]}}", 1),
                        new Echo(409, "not " + echo, 1),
                        new Echo(500, echo, 3),
                        new Echo(200, MATRIX.formatted(true, echo, echo), 0),
                        new Echo(200, MATRIX.formatted(false, echo, echo), 1),
                        new Echo(200, MATRIX.formatted("null", echo, echo), 3)));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void areNotShown(Echo echo) throws IOException {
        try (Listener broker = new Listener(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                (request, connection) -> connection.send(Reply.of(echo.status(), Reply.HAL, echo.body())))) {
            GateProcess.Result result = GateProcess.run(
                    "pacts",
                    "can-i-deploy",
                    "--pacticipant=dashboard",
                    "--version=1",
                    "--environment=test",
                    "--broker-base-url=http://127.0.0.1:" + broker.port());

            assertThat(result.exit()).as(result.console()).isEqualTo(echo.exit());
            Pipeline.assertUnseen("the console", result.console());
        }
    }

    @Test
    void areNotShownTheHeaderThatIsNoJson() throws IOException {
        try (Listener broker = new Listener(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                (request, connection) ->
                        connection.send(Reply.of(200, "text/plain; token=" + Pipeline.TOKEN, Pipeline.TOKEN)))) {
            GateProcess.Result result = GateProcess.run(
                    "pacts",
                    "publish",
                    Pipeline.PACT.toString(),
                    "--consumer-app-version=1",
                    "--branch=main",
                    "--broker-base-url=http://127.0.0.1:" + broker.port());

            assertThat(result.err()).contains("its answer is no complete JSON (text/plain; token=$TOKEN)");
            Pipeline.assertUnseen("the console", result.console());
        }
    }

    @Test
    void areNotObeyedInTheNamesOfAPact() throws IOException, InterruptedException {
        try (Pipeline pipeline = Pipeline.start()) {
            String before = "\"the status of a test\"";
            String pact = Files.readString(Pipeline.PACT);
            assertThat(pact).contains(before);
            pipeline.publishUnchecked(pact.replace(before, "\"\\u001b[2J who sent " + Pipeline.TOKEN + "?\""), "main");

            GateProcess.Result result = GateProcess.run(
                    "pacts",
                    "verify",
                    "--base-url=http://127.0.0.1:1",
                    "--provider-version=7",
                    "--branch=main",
                    "--broker-base-url=" + pipeline.broker().url());

            assertThat(result.out())
                    .contains("?       \\u001B[2J who sent $TOKEN? (a ping test has completed)")
                    .doesNotContain("\u001b");
            Pipeline.assertUnseen("the console", result.console());
        }
    }

    /** The environment of these tests holds a token; a user's password is given to the broker's client itself. */
    @ParameterizedTest
    @ValueSource(strings = {"me", "you"})
    void areNotShownAPassword(String user) throws IOException {
        String given = Access.basic(user, Pipeline.TOKEN).authorization();
        try (Listener listener = new Listener(
                        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                        (request, connection) -> connection.send(Reply.json(
                                400,
                                Recording.parsed(
                                        "{\"errors\": [\"" + request.headers().get("authorization") + "\"]}"))));
                Broker broker = new Broker(access(URI.create("http://127.0.0.1:" + listener.port()), user))) {
            assertThatThrownBy(() -> broker.canIDeploy("dashboard", "1", "test"))
                    .isInstanceOf(BrokerFault.class)
                    .hasMessageContaining("it answered 400: Basic $TOKEN")
                    .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain(given.substring(6, 16)))
                    .satisfies(fault -> Pipeline.assertUnseen("the message", fault.getMessage()));
        }
    }

    @Test
    void areAskedByTheUserThatTheyLetIn() throws BrokerFault {
        try (BrokerDouble closed = BrokerDouble.start(Access.basic("me", Pipeline.TOKEN));
                Broker right = new Broker(access(closed.url(), "me"));
                Broker wrong = new Broker(access(closed.url(), "you"))) {
            closed.suffers(Trouble.of(Fault.MATRIX_YES_WITHOUT_RESULTS).times(1));
            assertThat(right.canIDeploy("dashboard", "1", "test").verdict()).isEqualTo(Verdict.INCONCLUSIVE);

            assertThatThrownBy(() -> wrong.canIDeploy("dashboard", "1", "test"))
                    .hasMessageContaining("it answered 401: give PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and")
                    .satisfies(fault -> Pipeline.assertUnseen("the message", fault.getMessage()));
        }
    }

    private static BrokerAccess access(URI url, String user) {
        return new BrokerAccess(url, null, user, Pipeline.TOKEN, Duration.ofSeconds(20));
    }
}
