package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a pact from its publication to a deployment, or to a no. */
final class DeploymentIT {

    @TempDir
    private Path folder;

    private Pipeline pipeline;

    @BeforeEach
    void start() {
        pipeline = Pipeline.start();
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void leadsToAYes() {
        GateProcess.Result published = pipeline.publish("1", "--build-url=https://ci.example.com/1", "--tag=dev");
        GateProcess.Result unknown = pipeline.canIDeploy(Pipeline.CONSUMER, "1");
        GateProcess.Result verified =
                pipeline.verify("7", "--publish", "--build-url=https://ci.example.com/7", "--tag=prod");
        GateProcess.Result deployed = pipeline.recordDeployment(Pipeline.PROVIDER, "7");
        GateProcess.Result yes = pipeline.canIDeploy(Pipeline.CONSUMER, "1");

        assertThat(published.err()).isEmpty();
        assertThat(published.exit()).isZero();
        assertThat(published.out())
                .contains("published " + Pipeline.PACT + " as dashboard 1 (branch main)")
                .contains("Pact successfully published for dashboard version 1 and provider network-troubleshooting.");
        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(unknown.out())
                .startsWith("nobody knows whether dashboard 1 can be deployed to production")
                .contains("no version is currently recorded as deployed/released in this environment")
                .contains("asked 1 time; --wait waits for the answer");
        assertThat(verified.err()).isEmpty();
        assertThat(verified.exit()).isZero();
        assertThat(verified.out())
                .startsWith("dashboard with network-troubleshooting (pending)")
                .contains("latest version of dashboard from the main branch 'main' (1)")
                .contains("ok      the status of a test (a ping test has completed)")
                .contains("ok      the status of a test that nobody started (no ping test exists)")
                .contains("published 1 result: 1 kept\n  as network-troubleshooting 7 (branch main)\n")
                .endsWith("CONFORMS\n");
        assertThat(deployed.exit()).isZero();
        assertThat(deployed.out()).isEqualTo("recorded: network-troubleshooting 7 is deployed to production\n");
        assertThat(yes.err()).isEmpty();
        assertThat(yes.exit()).isZero();
        assertThat(yes.out())
                .startsWith("yes, dashboard 1 can be deployed to production\n")
                .contains("All required verification results are published and successful")
                .containsPattern(
                        "\n  kept: dashboard 1 with network-troubleshooting 7, http://.*/verification-results/");

        JsonNode contract =
                body(pipeline.broker().received("POST", "/contracts/publish").get(0));
        assertThat(contract.path("pacticipantVersionNumber").asText()).isEqualTo("1");
        assertThat(contract.path("branch").asText()).isEqualTo("main");
        assertThat(contract.path("buildUrl").asText()).isEqualTo("https://ci.example.com/1");
        assertThat(contract.path("tags")).hasSize(1).first().hasToString("\"dev\"");
        JsonNode result = body(pipeline.results().get(0));
        assertThat(result.path("success").asBoolean()).isTrue();
        assertThat(result.path("providerApplicationVersion").asText()).isEqualTo("7");
        assertThat(result.path("buildUrl").asText()).isEqualTo("https://ci.example.com/7");
        assertThat(result.path("testResults")).hasSize(2);
        assertThat(result.at("/verifiedBy/implementation").asText()).isEqualTo("gateway-ping-gate");
        assertThat(result.at("/verifiedBy/version").asText()).isNotEmpty();
        assertThat(pipeline.told())
                .extracting(Received::path)
                .contains(
                        "/pacticipants/network-troubleshooting/branches/main/versions/7",
                        "/pacticipants/network-troubleshooting/versions/7/tags/prod");
    }

    @Test
    void endsWhereTheProviderBreaksAPactThatItKeptBefore() {
        pipeline.publish("1");
        pipeline.verify("7", "--publish");
        pipeline.recordDeployment(Pipeline.CONSUMER, "1");
        pipeline.provider().answersReads("CNF7K9X0B1", it -> it.send(Reply.of(200, "text/plain", "done")));

        GateProcess.Result broken = pipeline.verify("8", "--publish");
        GateProcess.Result no = pipeline.canIDeploy(Pipeline.PROVIDER, "8");
        GateProcess.Result still = pipeline.canIDeploy(Pipeline.PROVIDER, "7");

        assertThat(broken.err()).isEmpty();
        assertThat(broken.exit()).isOne();
        assertThat(broken.out())
                .startsWith("dashboard with network-troubleshooting\n")
                .contains("BROKEN  the status of a test (a ping test has completed)\n            body: Expected")
                .contains("published 1 result: 0 kept, 1 broken (dashboard)\n")
                .contains("ok      the status of a test that nobody started")
                .endsWith("DOES_NOT_CONFORM\n");
        assertFailed(pipeline.results().get(1));
        assertThat(no.exit()).isOne();
        assertThat(no.out())
                .startsWith("no, network-troubleshooting 8 cannot be deployed to production\n")
                .contains("failed")
                .containsPattern(
                        "\n  broken: dashboard 1 with network-troubleshooting 8, http://.*/verification-results/");
        assertThat(still.exit()).isZero();
    }

    @Test
    void endsWhereTheProviderAnswersWhatIsNoHttp() {
        pipeline.publish("1");
        pipeline.verify("7", "--publish");
        pipeline.recordDeployment(Pipeline.CONSUMER, "1");
        Reply malformed = new Reply(200, Map.of("X Odd", "a"), new byte[0]);
        pipeline.provider().answersReads("CNF7K9X0B1", it -> it.send(malformed));

        GateProcess.Result broken = pipeline.verify("8", "--publish");

        assertThat(broken.exit()).isOne();
        assertThat(broken.out())
                .contains("BROKEN  the status of a test (a ping test has completed)\n"
                        + "            the answer is no HTTP message: at the header line expected a name")
                .endsWith("DOES_NOT_CONFORM\n");
        assertThat(pipeline.results()).hasSize(2);
    }

    @Test
    void isNotBarredByWhatIsPendingStill() {
        pipeline.publish("1");
        pipeline.provider().answersReads("CNF7K9X0B1", it -> it.send(Reply.of(200, "text/plain", "done")));

        GateProcess.Result pending = pipeline.verify("7", "--publish");

        assertThat(pending.exit()).isZero();
        assertThat(pending.out())
                .startsWith("dashboard with network-troubleshooting (pending)")
                .contains("BROKEN  the status of a test (a ping test has completed)")
                .contains("published 1 result: 0 kept, 1 broken (pending: dashboard)\n")
                .endsWith("\nPENDING\n");
        assertFailed(pipeline.results().get(0));
    }

    @Test
    void beginsAnewWithAnotherContent() throws IOException {
        pipeline.publish("1");
        pipeline.verify("7", "--publish");
        pipeline.recordDeployment(Pipeline.PROVIDER, "7");
        Path changed = Pipeline.pact(folder, "the status of a test that nobody", "of a test that nobody");

        GateProcess.Result published = pipeline.publish(changed, "2");
        GateProcess.Result unknown = pipeline.canIDeploy(Pipeline.CONSUMER, "2");

        assertThat(published.exit()).isZero();
        assertThat(unknown.exit()).isEqualTo(3);
    }

    private void assertFailed(Received request) {
        JsonNode result = body(request);
        assertThat(result.path("success").asBoolean(true)).isFalse();
        assertThat(result.path("testResults")).hasSize(2);
        JsonNode failed = StreamSupport.stream(result.path("testResults").spliterator(), false)
                .filter(it -> !it.path("success").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(failed.path("interactionId").asText()).matches("[0-9a-f]{40}");
        assertThat(failed.path("mismatches")).isNotEmpty();
        assertThat(failed.path("mismatches").toString()).contains("text/plain");
    }

    private static JsonNode body(Received request) {
        return Recording.parsed(request.body());
    }
}
