package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a broker does instead of its work, at any request of any command: one clear line, and no success. */
@Execution(ExecutionMode.CONCURRENT)
final class BrokerFaultIT {

    private static final int REFUSED = 1;
    private static final int UNKNOWN = 3;

    /** A request that a command makes of the broker. */
    private enum Step {
        PUBLISH_INDEX("GET", "/"),
        PUBLISH("POST", "/contracts/publish"),
        VERIFY_INDEX("GET", "/"),
        VERIFY_SELECTION("POST", "/pacts/provider/network-troubleshooting/for-verification"),
        VERIFY_PACT("GET", Pipeline.CONTENT),
        VERIFY_PROVIDER("GET", "/pacticipants/network-troubleshooting"),
        VERIFY_BRANCH("PUT", "/pacticipants/network-troubleshooting/branches/main/versions/7"),
        VERIFY_TAG("PUT", "/pacticipants/network-troubleshooting/versions/7/tags/prod"),
        VERIFY_RESULT("POST", Pipeline.CONTENT),
        CAN_I_DEPLOY("GET", "/matrix"),
        RECORD_INDEX("GET", "/"),
        RECORD_VERSION("GET", "/pacticipants/dashboard/versions/1"),
        RECORD_DEPLOYMENT("POST", "/pacticipants/dashboard/versions/1/deployed-versions");

        private final String method;
        private final String path;

        Step(String method, String path) {
            this.method = method;
            this.path = path;
        }

        /** What is said of a 404, which means something else once there is a broker. */
        String isNotFound() {
            return switch (this) {
                case PUBLISH_INDEX, VERIFY_INDEX, RECORD_INDEX, CAN_I_DEPLOY ->
                    "it answered 404: there is no such thing, or no Pact Broker there (";
                case VERIFY_SELECTION ->
                    "the broker knows no provider network-troubleshooting yet: no pact with it was published (";
                case RECORD_VERSION -> "the broker knows no version 1 of dashboard (";
                default -> "it answered 404: there is no such thing (";
            };
        }

        /** What the broker says no to is no fault of a provider that is verified. */
        int refused() {
            return name().startsWith("VERIFY") ? UNKNOWN : REFUSED;
        }

        int unknown() {
            return this == RECORD_VERSION ? REFUSED : UNKNOWN;
        }

        /** What stands on the way to this step. */
        void prepare(Pipeline pipeline) throws IOException, InterruptedException {
            if (!name().startsWith("PUBLISH")) {
                pipeline.publishUnchecked(Files.readString(Pipeline.PACT), "main");
            }
        }

        GateProcess.Result run(Pipeline pipeline, String timeout) {
            String patience = "--broker-timeout=" + timeout;
            if (name().startsWith("PUBLISH")) {
                return pipeline.publish("1", patience);
            }
            if (name().startsWith("VERIFY")) {
                return pipeline.verify("7", "--publish", "--tag=prod", patience);
            }
            return name().startsWith("RECORD")
                    ? pipeline.recordDeployment(Pipeline.CONSUMER, "1", patience)
                    : pipeline.canIDeploy(Pipeline.CONSUMER, "1", patience);
        }
    }

    /**
     * What happens at a step.
     *
     * @param told what is said of it
     * @param requests how often the broker is asked, at most
     */
    private record Case(Step step, Fault fault, int exit, String told, int requests) {
        @Override
        public String toString() {
            return step + " " + fault;
        }
    }

    static Stream<Case> cases() {
        return Arrays.stream(Step.values())
                .flatMap(step -> Stream.of(
                        new Case(step, Fault.UNAUTHORIZED, UNKNOWN, "it answered 401: give PACT_BROKER_TOKEN, or ", 1),
                        new Case(step, Fault.FORBIDDEN, UNKNOWN, "it answered 403: what it is given may not do", 1),
                        new Case(step, Fault.NOT_FOUND, step.unknown(), step.isNotFound(), 1),
                        new Case(
                                step,
                                Fault.CONFLICT,
                                step.refused(),
                                "it answered 409: contracts: Cannot change the ",
                                1),
                        new Case(
                                step,
                                Fault.INVALID,
                                step.refused(),
                                "it answered 400: pacticipantVersionNumber: can't",
                                1),
                        new Case(step, Fault.BROKEN, UNKNOWN, "it answered 500", 1),
                        new Case(step, Fault.UNAVAILABLE, UNKNOWN, "it answered 503", 5),
                        new Case(step, Fault.SILENCE, UNKNOWN, "no complete answer within 2.0 s", 1),
                        new Case(step, Fault.RESET, UNKNOWN, "onnection reset", 2),
                        new Case(step, Fault.HTML, UNKNOWN, "its answer is no complete JSON (text/html", 1),
                        new Case(step, Fault.TRUNCATED, UNKNOWN, "its answer is no complete JSON (application/", 1),
                        new Case(step, Fault.REDIRECT, UNKNOWN, "it answered 302: it redirects, which is not", 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isOneClearLine(Case fault) throws IOException, InterruptedException {
        Step step = fault.step();
        try (Pipeline pipeline = Pipeline.start();
                BrokerDouble elsewhere = BrokerDouble.start()) {
            step.prepare(pipeline);
            int before = pipeline.broker().received().size();
            Trouble trouble =
                    fault.fault() == Fault.REDIRECT ? Trouble.redirect(elsewhere.url()) : Trouble.of(fault.fault());
            Trouble here = trouble.at(step.method, step.path);
            pipeline.broker().suffers(here);

            GateProcess.Result result = step.run(pipeline, fault.fault() == Fault.SILENCE ? "2s" : "30s");

            assertThat(result.exit()).as(result.console()).isEqualTo(fault.exit());
            assertThat(result.err())
                    .startsWith("gate: the broker at " + pipeline.broker().url() + ": ")
                    .contains(fault.told())
                    .contains("("
                            + (step == Step.RECORD_VERSION && fault.fault() == Fault.NOT_FOUND
                                    ? "GET /pacticipants/dashboard"
                                    : step.method + " " + step.path))
                    .hasLineCount(1);
            assertThat(result.out().lines()).noneMatch(line -> line.matches("(published|yes,|recorded:|CONFORMS).*"));
            List<Received> asked = pipeline.broker().received().stream()
                    .skip(before)
                    .filter(here::strikes)
                    .toList();
            assertThat(asked).hasSizeBetween(1, fault.requests());
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void whatKeptItFromBeginningIsReported(@TempDir Path reports) throws IOException, InterruptedException {
        try (Pipeline pipeline = Pipeline.start()) {
            Step.VERIFY_SELECTION.prepare(pipeline);
            pipeline.broker()
                    .suffers(Trouble.of(Fault.UNAUTHORIZED)
                            .at(Step.VERIFY_SELECTION.method, Step.VERIFY_SELECTION.path));

            GateProcess.Result result = pipeline.verify("7", "--json", "--report-dir=" + reports);

            assertThat(result.exit()).as(result.console()).isEqualTo(UNKNOWN);
            JsonNode told = Recording.parsed(result.out());
            assertThat(told.path("verdict").asText()).isEqualTo("INCONCLUSIVE");
            assertThat(told.at("/inconclusive/0").asText()).contains("it answered 401");
            assertThat(Recording.parsed(Files.readString(reports.resolve("verdict.json"))))
                    .isEqualTo(told);
        }
    }

    @Test
    void whatWasVerifiedIsToldWhereTheBrokerTakesNoResults(@TempDir Path reports)
            throws IOException, InterruptedException {
        try (Pipeline pipeline = Pipeline.start()) {
            pipeline.publishUnchecked(Files.readString(Pipeline.PACT), "main");
            pipeline.broker().suffers(Trouble.of(Fault.CONFLICT).at("POST", Pipeline.CONTENT));

            GateProcess.Result result = pipeline.verify("7", "--publish", "--json", "--report-dir=" + reports);

            assertThat(result.exit()).as(result.console()).isEqualTo(UNKNOWN);
            JsonNode told = Recording.parsed(result.out());
            assertThat(told.path("verdict").asText()).isEqualTo("INCONCLUSIVE");
            assertThat(told.at("/inconclusive/0").asText())
                    .startsWith("not all results were published: the broker at ")
                    .contains("it answered 409");
            assertThat(told.path("pacts")).hasSize(1);
            assertThat(Recording.parsed(Files.readString(reports.resolve("verdict.json"))))
                    .isEqualTo(told);
            assertThat(reports).isDirectoryContaining("glob:**junit.xml").isDirectoryContaining("glob:**report.html");
        }
    }
}
