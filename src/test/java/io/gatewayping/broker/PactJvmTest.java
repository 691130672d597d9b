package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.core.pactbroker.CanIDeployResult;
import au.com.dius.pact.core.pactbroker.ConsumerVersionSelectors;
import au.com.dius.pact.core.pactbroker.Latest;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClientConfig;
import au.com.dius.pact.core.pactbroker.PactBrokerResult;
import au.com.dius.pact.core.pactbroker.PactResponse;
import au.com.dius.pact.core.pactbroker.PublishConfiguration;
import au.com.dius.pact.core.pactbroker.TestResult;
import au.com.dius.pact.core.pactbroker.To;
import au.com.dius.pact.core.support.Auth;
import au.com.dius.pact.core.support.Result;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The genuine client of Pact JVM finds in the double the broker that it knows. */
final class PactJvmTest {

    private static final String CONSUMER = "my consumer/ä";
    private static final String PROVIDER = "my provider";
    private static final To PRODUCTION = new To(null, "production");

    @TempDir
    private Path folder;

    private BrokerDouble broker;

    @BeforeEach
    void start() {
        broker = BrokerDouble.start();
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void publishesAVersionWithBranchTagsAndBuild() throws IOException {
        assertThat(publish("1", "main", "GET")).isInstanceOf(Result.Ok.class);

        JsonNode told = Recording.parsed(
                broker.received("POST", "/contracts/publish").get(0).body());
        assertThat(told.get("branch").asText()).isEqualTo("main");
        assertThat(told.get("buildUrl").asText()).isEqualTo("http://ci/1");
        assertThat(told.get("tags").get(0).asText()).isEqualTo("dev");
    }

    @Test
    void publishesTheSameAgainButNothingElseUnderTheSameVersion() throws IOException {
        publish("1", "main", "GET");

        assertThat(publish("1", "main", "GET")).isInstanceOf(Result.Ok.class);
        assertThat(publish("1", "main", "DELETE")).isInstanceOf(Result.Err.class);
        assertThat(publish("2", "main", "DELETE")).isInstanceOf(Result.Ok.class);
    }

    @Test
    void publishesByTheOldLinkWhereTheNewIsMissing() throws IOException {
        broker.suffers(Trouble.missing("pb:publish-contracts").at("/"));

        assertThat(publish("1", "main", "GET")).isInstanceOf(Result.Ok.class);
        assertThat(broker.received()).extracting(Received::method).containsExactly("GET", "GET", "PUT", "PUT");
        assertThat(publish("1", "main", "DELETE")).isInstanceOf(Result.Err.class);
    }

    @Test
    void findsTheNewestPactsWhereNoneAreForVerification() throws IOException {
        publish("1", "main", "GET");
        broker.suffers(Trouble.missing("pb:provider-pacts-for-verification", "beta:provider-pacts-for-verification"));

        assertThat(pacts("main", false))
                .extracting(PactBrokerResult::getSource)
                .containsExactly(
                        broker.url() + Urls.path("pacts", "provider", PROVIDER, "consumer", CONSUMER, "version", "1"));
    }

    @Test
    void keepsConsumersOfTheSameContentApart() throws IOException, InterruptedException {
        publish("1", "main", "GET");
        Browser browser = new Browser(broker.url());
        String other = Files.readString(folder.resolve("pact.json")).replace(CONSUMER, "other");
        browser.send("PUT", Urls.path("pacts", "provider", PROVIDER, "consumer", "other", "version", "5"), other);

        assertThat(pacts("main", false))
                .extracting(PactBrokerResult::getName)
                .containsExactly(
                        "Pact between " + CONSUMER + " (1) and " + PROVIDER, "Pact between other (5) and " + PROVIDER);
        verify(pacts("main", false).get(1), new TestResult.Ok("1"), "7");
        assertThat(canIDeploy(CONSUMER, "1", null).getOk()).isFalse();
        assertThat(canIDeploy("other", "5", null).getOk()).isTrue();
    }

    @Test
    void refusesAVersionWithoutNumber() throws IOException {
        assertThat(publish("", "main", "GET")).isInstanceOf(Result.Err.class);
    }

    @Test
    void learnsThatAPactIsVerified() throws IOException {
        publish("1", "main", "GET");
        assertThat(canIDeploy(CONSUMER, "1", new To("prod")).getUnknown()).isEqualTo(1);

        PactBrokerResult found = pacts("main", false).get(0);
        assertThat(found.getName()).isEqualTo("Pact between " + CONSUMER + " (1) and " + PROVIDER);
        verify(found, new TestResult.Ok("1"), "7");

        CanIDeployResult result = canIDeploy(CONSUMER, "1", null);
        assertThat(result.getOk()).isTrue();
        assertThat(result.getVerificationResultUrl()).endsWith("/verification-results/101");
    }

    @Test
    void learnsThatAVerificationFailed() throws IOException {
        publish("1", "main", "GET");
        verify(pacts("main", false).get(0), new TestResult.Failed(), "7");

        CanIDeployResult result = canIDeploy(CONSUMER, "1", null);
        assertThat(result.getOk()).isFalse();
        assertThat(result.getUnknown()).isZero();
        assertThat(result.getReason())
                .contains("The verification for the pact between version 1 of " + CONSUMER)
                .endsWith("failed");
    }

    @Test
    void deploysWhatIsVerifiedWithWhatIsDeployed() throws Exception {
        publish("1", "main", "GET");
        verify(pacts("main", false).get(0), new TestResult.Ok("1"), "7");
        assertThat(canIDeploy(CONSUMER, "1", PRODUCTION).getReason())
                .endsWith("(no version is currently recorded as deployed/released in this environment)");
        assertThat(canIDeploy(PROVIDER, "7", PRODUCTION).getReason()).isEqualTo("There are no missing dependencies");

        deploy(PROVIDER, "7");
        assertThat(canIDeploy(CONSUMER, "1", PRODUCTION).getOk()).isTrue();
        deploy(CONSUMER, "1");
        publish("2", "main", "DELETE");
        assertThat(canIDeploy(CONSUMER, "2", PRODUCTION).getOk()).isFalse();
        assertThat(canIDeploy(PROVIDER, "8", PRODUCTION).getReason())
                .isEqualTo("No pacts or verifications have been published for version 8 of " + PROVIDER);
    }

    @Test
    void listsBranchesAndTheVersionsOfEach() throws IOException, InterruptedException {
        publish("1", "main", "GET");
        publish("2", "feat/x", "DELETE");
        Browser browser = new Browser(broker.url());
        JsonNode consumer = browser.get(Urls.path("pacticipants", CONSUMER));
        JsonNode branches = browser.get(consumer.at("/_links/pb:branches/href").asText());
        JsonNode version = browser.get(Urls.path("pacticipants", CONSUMER, "versions", "2"));

        assertThat(consumer.get("mainBranch").asText()).isEqualTo("main");
        assertThat(branches.at("/_embedded/branches"))
                .extracting(it -> it.get("name").asText())
                .containsExactly("main", "feat/x");
        assertThat(version.at("/_embedded/branchVersions/0/name").asText()).isEqualTo("feat/x");
        assertThat(browser.get(version.at("/_embedded/branchVersions/0/_links/self/href")
                                .asText())
                        .at("/_links/pb:version/name")
                        .asText())
                .isEqualTo("2");
    }

    @Test
    void selectsByBranchTagAndEnvironment() throws Exception {
        publish("1", "main", "GET");
        publish("2", "feat/x", "DELETE");
        deploy(CONSUMER, "1");

        assertThat(selected(ConsumerVersionSelectors.MainBranch.INSTANCE)).containsExactly("1");
        assertThat(selected(new ConsumerVersionSelectors.Branch("feat/x"))).containsExactly("2");
        assertThat(selected(new ConsumerVersionSelectors.Branch("none", null, "main")))
                .containsExactly("1");
        assertThat(selected(ConsumerVersionSelectors.DeployedOrReleased.INSTANCE))
                .containsExactly("1");
        assertThat(selected(new ConsumerVersionSelectors.Environment("test"))).isEmpty();
        assertThat(selected(new ConsumerVersionSelectors.LatestTag("dev"))).containsExactly("2");
        assertThat(selected(new ConsumerVersionSelectors.Tag("dev"))).containsExactly("1", "2");
    }

    @Test
    void tellsPendingAndWorkInProgress() throws IOException {
        publish("1", "main", "GET");
        publish("2", "feat/x", "DELETE");
        List<PactBrokerResult> found = pacts("main", true);
        assertThat(found).extracting(PactBrokerResult::getPending).containsExactly(true, true);
        assertThat(found).extracting(PactBrokerResult::getWip).containsExactly(false, true);

        verify(found.get(0), new TestResult.Ok("1"), "7");
        assertThat(pacts("main", true)).extracting(PactBrokerResult::getPending).containsExactly(false, true);
    }

    @Test
    void letsInWhoHasTheCredential() throws IOException {
        try (BrokerDouble closed = BrokerDouble.start(Access.bearer("right"))) {
            assertThat(upload(closed, new Auth.BearerAuthentication("right", "Authorization")))
                    .isInstanceOf(Result.Ok.class);
            assertThatThrownBy(() -> upload(closed, new Auth.BearerAuthentication("wrong", "Authorization")))
                    .hasRootCauseMessage("Request to path '/' failed with HTTP response 401");
        }
        try (BrokerDouble closed = BrokerDouble.start(Access.basic("me", "right"))) {
            assertThat(upload(closed, new Auth.BasicAuthentication("me", "right")))
                    .isInstanceOf(Result.Ok.class);
            assertThatThrownBy(() -> upload(closed, new Auth.BasicAuthentication("me", "wrong")))
                    .hasRootCauseMessage("Request to path '/' failed with HTTP response 401");
        }
    }

    private Result<String, Exception> upload(BrokerDouble to, Auth auth) throws IOException {
        return client(to, auth).uploadPactFile(pact("GET"), new PublishConfiguration("1", List.of(), "main"));
    }

    private Result<String, Exception> publish(String version, String branch, String method) throws IOException {
        return client(broker, Auth.None.INSTANCE)
                .uploadPactFile(
                        pact(method),
                        new PublishConfiguration(version, List.of("dev"), branch, "http://ci/" + version));
    }

    private File pact(String method) throws IOException {
        return Files.writeString(
                        folder.resolve("pact.json"),
                        """
                {"consumer": {"name": "%s"}, "provider": {"name": "%s"},
                 "interactions": [{"description": "a", "request": {"method": "%s", "path": "/"},
                                   "response": {"status": 200}}],
                 "metadata": {"pactSpecification": {"version": "2.0.0"}}}
                """
                                .formatted(CONSUMER, PROVIDER, method))
                .toFile();
    }

    private List<PactBrokerResult> pacts(String branch, boolean pending, ConsumerVersionSelectors... selectors) {
        Result<List<PactBrokerResult>, Exception> result = client(broker, Auth.None.INSTANCE)
                .fetchConsumersWithSelectorsV2(
                        PROVIDER, List.of(selectors), List.of(), branch, pending, pending ? "2020-01-01" : "");
        return result.unwrap();
    }

    private List<String> selected(ConsumerVersionSelectors selector) {
        return pacts("main", false, selector).stream()
                .map(it -> it.getName().replaceAll(".*\\((.*)\\).*", "$1"))
                .toList();
    }

    private void verify(PactBrokerResult found, TestResult result, String version) {
        PactBrokerClient client = client(broker, Auth.None.INSTANCE);
        PactResponse pact = client.fetchPact(found.getSource(), false);
        assertThat(client.publishProviderBranch(pact.getLinks(), PROVIDER, "main", version))
                .isEqualTo(new Result.Ok<>(true));
        assertThat(client.publishVerificationResults(pact.getLinks(), result, version, "http://ci/" + version))
                .isEqualTo(new Result.Ok<>(true));
    }

    private CanIDeployResult canIDeploy(String pacticipant, String version, To to) {
        return client(broker, Auth.None.INSTANCE)
                .canIDeploy(pacticipant, version, new Latest.UseLatest(false), to, List.of());
    }

    /** Pact JVM's client cannot record a deployment; this is what the broker's links lead to. */
    private void deploy(String pacticipant, String version) throws Exception {
        Browser browser = new Browser(broker.url());
        JsonNode known = browser.get(Urls.path("pacticipants", pacticipant, "versions", version));
        for (JsonNode link : known.at("/_links/pb:record-deployment")) {
            if (link.get("name").asText().equals("production")) {
                JsonNode deployment = browser.post(link.get("href").asText(), "{}");
                assertThat(deployment.get("currentlyDeployed").asBoolean()).isTrue();
            }
        }
    }

    private static PactBrokerClient client(BrokerDouble to, Auth auth) {
        Map<String, Object> options = new HashMap<>(Map.of("authentication", auth));
        return new PactBrokerClient(to.url().toString(), options, new PactBrokerClientConfig());
    }
}
