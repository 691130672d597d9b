package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second reading of the broker: its own command line, which is not written in Java, finds in the double what it needs. */
final class PactCliIT {

    @TempDir
    private Path folder;

    private BrokerDouble broker;
    private PactCli cli;

    @BeforeAll
    static void installed() {
        PactCli.required();
    }

    @BeforeEach
    void start() {
        broker = BrokerDouble.start();
        cli = new PactCli(broker);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void publishes() throws IOException, InterruptedException {
        PactCli.Run first = publish("1", "GET");
        PactCli.Run again = publish("1", "GET");

        assertThat(first.exit()).as(first.output()).isZero();
        assertThat(first.output()).contains("Created web version 1 with branch main", "successfully published for web");
        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(again.output()).contains("Updated web version 1", "with no content changes");
    }

    @Test
    void isToldOfAConflictAndOfWhatIsMissing() throws IOException, InterruptedException {
        publish("1", "GET");
        PactCli.Run changed = publish("1", "DELETE");
        PactCli.Run blank = publish(" ", "GET");

        assertThat(changed.exit()).as(changed.output()).isOne();
        assertThat(changed.output()).contains("Cannot change the content of the pact for web version 1");
        assertThat(blank.exit()).as(blank.output()).isOne();
        assertThat(blank.output()).contains("can't be blank");
    }

    @Test
    void asksBeforeItDeploysAndTellsAfterwards() throws IOException, InterruptedException {
        publish("1", "GET");
        assertThat(canIDeploy("web", "1").output()).contains("There is no verified pact between version 1 of web");

        verify("1", true);
        deployed("api", "1");
        PactCli.Run yes = canIDeploy("web", "1");
        assertThat(yes.exit()).as(yes.output()).isZero();
        assertThat(yes.output()).contains("All required verification results are published and successful");

        deployed("web", "1");
        verify("2", false);
        PactCli.Run no = canIDeploy("api", "2");
        assertThat(no.exit()).as(no.output()).isOne();
        assertThat(no.output())
                .contains("currently deployed or released to production (1) and version 2 of api failed");
    }

    @Test
    void learnsWhatDoesNotExist() throws IOException, InterruptedException {
        publish("1", "GET");

        assertThat(canIDeploy("nobody", "1").output()).contains("Pacticipant nobody not found");
        assertThat(canIDeploy("web", "2").output())
                .contains("No pacts or verifications have been published for version 2 of web");
        assertThat(cli.run("list-environments").output()).contains("test", "production");
    }

    @Test
    void showsItsCredential() throws IOException, InterruptedException {
        try (BrokerDouble closed = BrokerDouble.start(Access.bearer("right"))) {
            assertThat(new PactCli(closed, "--broker-token", "right")
                            .run("list-environments")
                            .exit())
                    .isZero();
            assertThat(new PactCli(closed, "--broker-token", "wrong")
                            .run("list-environments")
                            .exit())
                    .isOne();
        }
        try (BrokerDouble closed = BrokerDouble.start(Access.basic("me", "right"))) {
            String[] right = {"--broker-username", "me", "--broker-password", "right"};
            assertThat(new PactCli(closed, right).run("list-environments").exit())
                    .isZero();
            assertThat(new PactCli(closed).run("list-environments").exit()).isOne();
        }
    }

    private PactCli.Run publish(String version, String method) throws IOException, InterruptedException {
        Path pact = Files.writeString(
                folder.resolve("web-api.json"),
                """
                {"consumer": {"name": "web"}, "provider": {"name": "api"},
                 "interactions": [{"description": "a", "request": {"method": "%s", "path": "/"},
                                   "response": {"status": 200}}],
                 "metadata": {"pactSpecification": {"version": "2.0.0"}}}
                """
                        .formatted(method));
        return cli.run("publish", pact.toString(), "--consumer-app-version", version, "--branch", "main");
    }

    private PactCli.Run canIDeploy(String pacticipant, String version) throws IOException, InterruptedException {
        return cli.run(
                "can-i-deploy", "--pacticipant", pacticipant, "--version", version, "--to-environment", "production");
    }

    private void deployed(String pacticipant, String version) throws IOException, InterruptedException {
        PactCli.Run run = cli.run(
                "record-deployment", "--pacticipant", pacticipant, "--version", version, "--environment", "production");
        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.output()).contains("Recorded deployment of " + pacticipant + " version " + version);
    }

    /** This command line verifies nothing: the result comes in as from a verifier, by the broker's links. */
    private void verify(String version, boolean success) throws IOException, InterruptedException {
        Browser browser = new Browser(broker.url());
        JsonNode pact = browser.get("/pacts/provider/api/consumer/web/version/1");
        JsonNode result = browser.post(
                pact.at("/_links/pb:publish-verification-results/href").asText(),
                "{\"success\":" + success + ",\"providerApplicationVersion\":\"" + version + "\"}");
        assertThat(result.get("success").asBoolean()).isEqualTo(success);
    }
}
