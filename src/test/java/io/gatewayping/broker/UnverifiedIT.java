package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of what was not run to its end, a broker is told nothing. */
@Execution(ExecutionMode.CONCURRENT)
final class UnverifiedIT {

    private static final String FIRST = "CNF7K9X0B1";

    /**
     * One way to keep an interaction from being run.
     *
     * @param url where the provider is sought, empty where it is
     * @param told what the gate says of it
     */
    private record Obstacle(String name, String url, String told, InTheWay inTheWay, String... more) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface InTheWay {
        void of(Door provider);
    }

    static Stream<Obstacle> obstacles() {
        String nowhere = "http://127.0.0.1:1";
        return Stream.of(
                states("no state-change URL", "it answered 404", it -> it.send(Reply.error(404, "what?"))),
                states("a state that fails", "it answered 500", it -> it.send(Reply.error(500, "no"))),
                states("a state change without an answer", "connection", Connection::reset),
                new Obstacle(
                        "a state-change URL where nobody listens",
                        "",
                        "connection",
                        it -> {},
                        "--state-url=" + nowhere + "/states"),
                new Obstacle("a provider that is not there", nowhere, "connection", it -> {}),
                reads("a provider that hangs up", "", "connection", Connection::reset),
                reads(
                        "a provider that is silent",
                        "",
                        "no complete answer within 1.0 s",
                        Connection::hold,
                        "--request-timeout=1s"),
                reads("an interaction without a result", FIRST, "connection", Connection::reset));
    }

    private static Obstacle states(String name, String told, Door.Instead instead) {
        return new Obstacle(name, "", told, it -> it.answersStateChanges(instead));
    }

    private static Obstacle reads(String name, String piece, String told, Door.Instead instead, String... more) {
        return new Obstacle(name, "", told, it -> it.answersReads(piece, instead), more);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("obstacles")
    void isNotPublished(Obstacle obstacle) {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.publish("1");
            obstacle.inTheWay().of(pipeline.provider());

            GateProcess.Result result = verified(pipeline, obstacle.url(), obstacle.more());

            assertNothingPublished(pipeline, result);
            assertThat(result.out())
                    .containsIgnoringCase(obstacle.told())
                    .contains("?       the status of a test (a ping test has completed)")
                    .contains("nothing was published: not every interaction was run");
        }
    }

    @Test
    void isNotPublishedThoughABrokenInteractionIsKnown() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.publish("1");
            pipeline.provider().answersReads(FIRST, it -> it.send(Reply.of(200, "text/plain", "done")));
            pipeline.provider().answersReads("", Connection::reset);

            GateProcess.Result result = pipeline.verify("7", "--publish");

            assertNothingPublished(pipeline, result);
            assertThat(result.out()).contains("BROKEN  the status of a test (a ping test has completed)");
        }
    }

    @Test
    void isNotPublishedWhenTheTokenIsRefusedEverywhere() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.publish("1");
            pipeline.provider().answersReads("", it -> it.send(Reply.error(401, "Authentication required.")));

            GateProcess.Result result = pipeline.verify("7", "--publish");

            assertNothingPublished(pipeline, result);
            assertThat(result.out())
                    .contains("BROKEN  the status of a test (a ping test has completed)")
                    .contains("nothing was published: nothing is known of the provider\n"
                            + "the provider refuses the token with 401 wherever it is sent: it may have expired\n");
        }
    }

    @Test
    void isWhatTheBrokerDidNotSelect() throws IOException, InterruptedException {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.publishUnchecked(Files.readString(Pipeline.PACT), "");

            GateProcess.Result result = pipeline.verify("7", "--publish");

            assertNothingPublished(pipeline, result);
            assertThat(result.out())
                    .isEqualTo("the broker selected no pact with network-troubleshooting: nothing was verified\n"
                            + "INCONCLUSIVE\n");
        }
    }

    @Test
    void isAPactWithAMessage() throws IOException, InterruptedException {
        String message =
                """
                {"type": "Asynchronous/Messages", "description": "a test that ended",
                 "contents": {"contentType": "application/json", "encoded": false, "content": {}}},
                """;
        String interactions = "\"interactions\": [";
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.publishUnchecked(
                    Files.readString(Pipeline.PACT).replace(interactions, interactions + message), "main");

            GateProcess.Result result = pipeline.verify("7", "--publish");

            assertNothingPublished(pipeline, result);
            assertThat(result.out())
                    .contains("ok      the status of a test (a ping test has completed)")
                    .contains("?       interactions that are not over HTTP: 1");
        }
    }

    @Test
    void isAPactWithoutAnInteraction() throws IOException, InterruptedException {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.publishUnchecked(
                    "{\"consumer\": {\"name\": \"dashboard\"}, \"provider\": {\"name\": \"network-troubleshooting\"},"
                            + " \"interactions\": [], \"metadata\": {\"pactSpecification\": {\"version\": \"4.0\"}}}",
                    "main");

            assertNothingPublished(pipeline, pipeline.verify("7", "--publish"));
        }
    }

    @Test
    void isWhatNobodyAskedToPublish() {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.publish("1");
            int before = pipeline.told().size();

            GateProcess.Result result = pipeline.verify("7");

            assertThat(result.exit()).isZero();
            assertThat(result.out())
                    .contains("ok      the status")
                    .doesNotContain("published 1", "nothing was published");
            assertThat(pipeline.told()).hasSize(before);
        }
    }

    private static GateProcess.Result verified(Pipeline pipeline, String url, String... more) {
        String[] all = Stream.concat(Stream.of("--publish"), Stream.of(more)).toArray(String[]::new);
        return url.isEmpty() ? pipeline.verify("7", all) : pipeline.verifyAt(url, "7", all);
    }

    private static void assertNothingPublished(Pipeline pipeline, GateProcess.Result result) {
        assertThat(result.exit()).as(result.console()).isEqualTo(3);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).endsWith("INCONCLUSIVE\n").doesNotContain("published 1");
        assertThat(pipeline.told()).extracting(Received::path).containsOnly("/contracts/publish");
    }
}
