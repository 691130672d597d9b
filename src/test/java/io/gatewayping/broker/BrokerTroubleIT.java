package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess;
import io.gatewayping.hostile.Certificates;
import io.gatewayping.hostile.GateJvm;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Brokers that answer in time and in form, and yet not as they should; and such as are not there. */
@Execution(ExecutionMode.CONCURRENT)
final class BrokerTroubleIT {

    private static final int UNKNOWN = 3;

    @TempDir
    private static Path folder;

    private static Certificates certificates;
    private static BrokerDouble selfSigned;

    @BeforeAll
    static void certify() throws IOException, GeneralSecurityException {
        certificates = new Certificates(folder);
        selfSigned = BrokerDouble.on(certificates.selfSigned(), "https", Pipeline.ACCESS);
    }

    @AfterAll
    static void close() {
        selfSigned.close();
    }

    /** What a command does in a pipeline. */
    private interface Command {
        GateProcess.Result run(Pipeline pipeline, String... more);
    }

    /** One command, after all that has to go before it. */
    private record Case(String name, int requests, Command command) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> commands() {
        return Stream.of(
                new Case("publish", 2, (pipeline, more) -> pipeline.publish("1", more)),
                new Case("verify", 7, (pipeline, more) -> pipeline.verify("7", with(more, "--publish"))),
                new Case("can-i-deploy", 1, (pipeline, more) -> pipeline.canIDeploy(Pipeline.PROVIDER, "6", more)),
                new Case(
                        "record-deployment",
                        3,
                        (pipeline, more) -> pipeline.recordDeployment(Pipeline.PROVIDER, "6", more)));
    }

    private static String[] with(String[] more, String one) {
        return Stream.concat(Stream.of(more), Stream.of(one)).toArray(String[]::new);
    }

    private static Pipeline verified() throws IOException, InterruptedException {
        Pipeline pipeline = Pipeline.start();
        pipeline.publishUnchecked(Files.readString(Pipeline.PACT), "main");
        pipeline.verifyUnseen("6");
        assertThat(pipeline.recordDeployment(Pipeline.CONSUMER, "1").exit()).isZero();
        return pipeline;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void isAskedAgainWhileItIsBusy(Case it) throws IOException, InterruptedException {
        try (Pipeline pipeline = verified()) {
            int before = pipeline.broker().received().size();
            pipeline.broker().suffers(Trouble.of(Fault.UNAVAILABLE).times(2));

            GateProcess.Result result = it.command().run(pipeline);

            assertThat(result.exit()).as(result.console()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(pipeline.broker().received()).hasSize(before + it.requests() + 2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void isNotThere(Case it) {
        try (Pipeline pipeline = Pipeline.start()) {
            GateProcess.Result nobody = it.command().run(pipeline, "--broker-base-url", "http://127.0.0.1:1");
            GateProcess.Result noHost = it.command().run(pipeline, "--broker-base-url", "http://no-such-host.invalid");

            assertOneLine(nobody, "the broker at http://127.0.0.1:1: ", "nobody listens there (GET /");
            assertOneLine(noHost, "the broker at http://no-such-host.invalid: ", "no such host (no-such-host.invalid");
            assertThat(pipeline.broker().received()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void isNotWhoItSaysItIs(Case it) {
        try (Pipeline pipeline = Pipeline.start()) {
            GateProcess.Result result = it.command()
                    .run(pipeline, "--broker-base-url", selfSigned.url().toString());

            assertOneLine(result, "no trusted TLS connection (", "unable to find valid certification path");
            assertThat(selfSigned.received()).isEmpty();
        }
    }

    @Test
    void hasACertificateThatIsValidOrHasExpired() throws IOException, InterruptedException, GeneralSecurityException {
        GateProcess.Result valid = published(certificates.signed("127.0.0.1", Certificates.VALID));
        GateProcess.Result expired = published(certificates.signed("127.0.0.1", Certificates.EXPIRED));

        assertThat(valid.exit()).as(valid.console()).isZero();
        assertOneLine(expired, "no trusted TLS connection (", "validity check failed");
    }

    private static GateProcess.Result published(ServerSocket listening)
            throws IOException, InterruptedException, GeneralSecurityException {
        try (BrokerDouble broker = BrokerDouble.on(listening, "https", Pipeline.ACCESS)) {
            GateProcess.Result result = GateJvm.run(
                    List.of(certificates.trust()),
                    "pacts",
                    "publish",
                    Pipeline.PACT.toString(),
                    "--broker-base-url=" + broker.url(),
                    "--consumer-app-version=1",
                    "--branch=main");
            Pipeline.assertUnseen("the console", result.console());
            return result;
        }
    }

    @ParameterizedTest(name = "{0} without {1}")
    @CsvSource({
        "publish, pb:publish-contracts, its index has no link pb:publish-contracts; is it a Pact Broker of version 2.86",
        "verify, pb:provider-pacts-for-verification, its index has no link pb:provider-pacts-for-verification; is it a Pact",
        "verify, pb:publish-verification-results, the pact has no link pb:publish-verification-results",
        "verify, self, a pact has no link to itself",
        "verify, pb:branch-version, Link 'pb:branch-version' was not found",
        "record-deployment, pb:pacticipant-version, its index has no link pb:pacticipant-version; is it a Pact Broker",
        "record-deployment, pb:record-deployment, the version has no link pb:record-deployment",
    })
    void lacksALink(String name, String relation, String told) throws IOException, InterruptedException {
        try (Pipeline pipeline = verified()) {
            pipeline.broker().suffers(Trouble.missing(relation));

            int before = pipeline.results().size();

            assertOneLine(command(name).run(pipeline), told);
            assertThat(pipeline.results()).hasSize(before);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "publish, GET, /",
        "verify, GET, /",
        "verify, POST, /pacts/provider/network-troubleshooting/for-verification",
        "verify, GET, /pacts/provider/network-troubleshooting/consumer",
        "verify, GET, /pacticipants/network-troubleshooting",
        "record-deployment, GET, /",
        "record-deployment, GET, /pacticipants/network-troubleshooting/versions/6",
    })
    void leadsElsewhere(String name, String method, String path) throws IOException, InterruptedException {
        try (Pipeline pipeline = verified();
                BrokerDouble elsewhere = BrokerDouble.start()) {
            pipeline.broker().suffers(Trouble.linksTo(elsewhere.url()).at(method, path));

            int before = pipeline.results().size();

            assertOneLine(
                    command(name).run(pipeline),
                    "its link leads to another origin, " + elsewhere.url() + ", to which nothing was sent");
            assertThat(elsewhere.received()).isEmpty();
            assertThat(pipeline.results()).hasSize(before);
        }
    }

    @Test
    void neverKnows() throws IOException, InterruptedException {
        try (Pipeline pipeline = verified()) {
            pipeline.broker().suffers(Trouble.of(Fault.MATRIX_UNKNOWN));
            int before = pipeline.broker().received("GET", "/matrix").size();

            GateProcess.Result result = pipeline.canIDeploy(Pipeline.PROVIDER, "6", "--wait=2s");

            int asked = pipeline.broker().received("GET", "/matrix").size() - before;
            assertThat(result.exit()).isEqualTo(UNKNOWN);
            assertThat(result.err()).isEmpty();
            assertThat(result.out())
                    .startsWith("waiting: There is no verified pact between these versions\n"
                            + "nobody knows whether network-troubleshooting 6 can be deployed to production\n")
                    .endsWith("asked " + asked + " times, until the deadline\n");
            assertThat(asked).isGreaterThan(1);
        }
    }

    @Test
    void knowsAfterAWhile() throws IOException, InterruptedException {
        try (Pipeline pipeline = verified()) {
            pipeline.broker().suffers(Trouble.of(Fault.MATRIX_UNKNOWN).times(2));

            GateProcess.Result result = pipeline.canIDeploy(Pipeline.PROVIDER, "6", "--wait=1m");

            assertThat(result.exit()).isZero();
            assertThat(result.out())
                    .startsWith("waiting: There is no verified pact between these versions\n"
                            + "yes, network-troubleshooting 6 can be deployed to production\n");
            assertThat(pipeline.broker().received("GET", "/matrix")).hasSize(3);
        }
    }

    @Test
    void saysYesWithNothingBehindIt() throws IOException, InterruptedException {
        try (Pipeline pipeline = verified()) {
            pipeline.broker().suffers(Trouble.of(Fault.MATRIX_YES_WITHOUT_RESULTS));

            GateProcess.Result result = pipeline.canIDeploy(Pipeline.PROVIDER, "6");

            assertThat(result.exit()).isEqualTo(UNKNOWN);
            assertThat(result.out())
                    .startsWith("nobody knows whether network-troubleshooting 6 can be deployed to production\n")
                    .contains("the broker says yes, but no verification result stands behind it");
        }
    }

    @Test
    void knowsNoSuchEnvironment() throws IOException, InterruptedException {
        try (Pipeline pipeline = verified()) {
            GateProcess.Result result = pipeline.recordDeployment(Pipeline.PROVIDER, "6", "--environment", "moon");

            assertThat(result.exit()).isOne();
            assertThat(result.err())
                    .contains("the broker knows no environment 'moon', only [test, production]; create it, as with:")
                    .contains("pact-broker create-environment --name moon")
                    .hasLineCount(1);
            assertThat(result.out()).isEmpty();
        }
    }

    @Test
    void knowsNoEnvironmentAtAll() throws IOException, InterruptedException {
        try (Pipeline pipeline = verified()) {
            pipeline.broker().forgetsEnvironments();

            GateProcess.Result result = pipeline.recordDeployment(Pipeline.PROVIDER, "6");

            assertThat(result.exit()).as(result.console()).isOne();
            assertThat(result.err())
                    .contains("the broker knows no environment at all; create it, as with: pact-broker"
                            + " create-environment --name production (and --production, where it is that)")
                    .hasLineCount(1);
            assertThat(result.out()).isEmpty();
        }
    }

    @Test
    void knowsNoSuchVersionOrApplication() throws IOException, InterruptedException {
        try (Pipeline pipeline = verified()) {
            GateProcess.Result version = pipeline.recordDeployment(Pipeline.PROVIDER, "9.9.9");
            GateProcess.Result application = pipeline.recordDeployment("nobody", "1");
            GateProcess.Result deployment = pipeline.canIDeploy("nobody", "1");

            assertThat(List.of(version.exit(), application.exit(), deployment.exit()))
                    .containsOnly(1);
            assertThat(version.err())
                    .contains("the broker knows no version 9.9.9 of network-troubleshooting (")
                    .hasLineCount(1);
            assertThat(application.err())
                    .contains("the broker knows no application nobody (")
                    .hasLineCount(1);
            assertThat(deployment.err())
                    .contains("Pacticipant nobody not found")
                    .hasLineCount(1);
        }
    }

    @Test
    void knowsNoProviderBeforeThereIsAPact() {
        try (Pipeline pipeline = Pipeline.start()) {
            assertOneLine(
                    pipeline.verify("7"),
                    "the broker knows no provider network-troubleshooting yet: no pact with it was published (");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void takesNoToken(Case it) {
        try (Pipeline pipeline = Pipeline.with(Access.basic("me", "secret"))) {
            GateProcess.Result result = it.command().run(pipeline);

            assertOneLine(
                    result,
                    "it answered 400 and does not say why: is what it is given what it asks for? A broker with basic"
                            + " authentication takes PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, and no"
                            + " PACT_BROKER_TOKEN (GET /");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET", "BROKEN", "SILENCE"})
    void isStartedAgainMeanwhile(Fault fault) throws IOException, InterruptedException {
        try (Pipeline pipeline = verified()) {
            // A reset connection is tried twice at once.
            pipeline.broker().suffers(Trouble.of(fault).times(2));

            GateProcess.Result result = pipeline.canIDeploy(Pipeline.PROVIDER, "6", "--wait=1m", "--broker-timeout=1s");

            assertThat(result.exit()).as(result.console()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.out())
                    .startsWith("waiting: the broker at " + pipeline.broker().url() + ": asking for")
                    .contains("\nyes, network-troubleshooting 6 can be deployed to production\n");
        }
    }

    @Test
    void isWaitedForToTheDeadlineAndIsNotThere() {
        GateProcess.Result result = GateProcess.run(
                "pacts",
                "can-i-deploy",
                "--pacticipant=dashboard",
                "--version=1",
                "--environment=test",
                "--wait=2s",
                "--broker-base-url=http://127.0.0.1:1");

        assertOneLine(result, "nobody listens there (GET /matrix");
        assertThat(result.out())
                .startsWith("waiting: the broker at http://127.0.0.1:1: asking for dashboard 1: nobody listens there");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND", "INVALID", "HTML"})
    void isNotWaitedForWhenItHasAnswered(Fault fault) throws IOException, InterruptedException {
        try (Pipeline pipeline = verified()) {
            pipeline.broker().suffers(Trouble.of(fault));
            int before = pipeline.broker().received("GET", "/matrix").size();

            GateProcess.Result result = pipeline.canIDeploy(Pipeline.PROVIDER, "6", "--wait=1m");

            assertThat(result.exit()).isIn(1, UNKNOWN);
            assertThat(result.out()).isEmpty();
            assertThat(pipeline.broker().received("GET", "/matrix")).hasSize(before + 1);
        }
    }

    private static Command command(String name) {
        return commands()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .command();
    }

    private static void assertOneLine(GateProcess.Result result, String... told) {
        assertThat(result.exit()).as(result.console()).isEqualTo(UNKNOWN);
        assertThat(result.err())
                .startsWith("gate: the broker at ")
                .contains(told)
                .hasLineCount(1);
        assertThat(result.out().lines()).noneMatch(line -> line.matches("(published|yes,|recorded:|CONFORMS).*"));
    }
}
