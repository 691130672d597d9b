package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The deployments that pact_broker's own approval file for environments decides, decided alike. */
final class MatrixResourceTest {

    private static final String NONE_DEPLOYED =
            "(no version is currently recorded as deployed/released in this environment)";

    private Memory memory;

    @BeforeEach
    void publish() {
        memory = new Memory();
        publish("1", "GET");
    }

    @Test
    void allowsTheConsumerWhatTheDeployedProviderPassed() {
        verify("1", "10", true);
        deploy("api", "10", "");

        assertThat(deployable("web", "1")).isEqualTo("true");
        assertThat(summary("web", "1").get("success").asInt()).isOne();
    }

    @Test
    void refusesTheConsumerWhatTheDeployedProviderFailed() {
        verify("1", "10", false);
        deploy("api", "10", "");

        assertThat(deployable("web", "1")).isEqualTo("false");
        assertThat(summary("web", "1").get("reason").asText())
                .isEqualTo("The verification for the pact between version 1 of web and the version of api currently"
                        + " deployed or released to production (10) failed");
    }

    @Test
    void doesNotKnowOfAProviderThatIsNotDeployed() {
        verify("1", "10", true);

        assertThat(deployable("web", "1")).isEqualTo("null");
        assertThat(summary("web", "1").get("unknown").asInt()).isOne();
        assertThat(summary("web", "1").get("reason").asText())
                .isEqualTo(
                        "There is no verified pact between version 1 of web and a version of api currently deployed or"
                                + " released to production " + NONE_DEPLOYED);
    }

    @Test
    void allowsAProviderThatNoDeployedConsumerNeeds() {
        verify("1", "10", false);

        assertThat(deployable("api", "10")).isEqualTo("true");
        assertThat(summary("api", "10").get("reason").asText()).isEqualTo("There are no missing dependencies");
    }

    @Test
    void wantsEveryDeployedConsumerVerified() {
        publish("2", "DELETE");
        deploy("web", "1", "blue");
        deploy("web", "2", "green");
        verify("1", "10", true);
        assertThat(deployable("api", "10")).isEqualTo("null");

        verify("2", "10", true);
        assertThat(deployable("api", "10")).isEqualTo("true");
    }

    @Test
    void wantsEveryDeployedProviderToPass() {
        verify("1", "10", false);
        verify("1", "11", true);
        deploy("api", "10", "blue");
        deploy("api", "11", "green");
        assertThat(deployable("web", "1")).isEqualTo("false");
        assertThat(document("q[][pacticipant]=web&q[][version]=1&environment=production&latestby=cvp")
                        .at("/summary/deployable")
                        .asBoolean())
                .as("as issue 903 of the real one tells")
                .isTrue();

        verify("1", "10", true);
        assertThat(deployable("web", "1")).isEqualTo("true");
    }

    @Test
    void asksOnlyForWhatIsDeployedNow() {
        verify("1", "10", false);
        verify("1", "11", true);
        deploy("api", "10", "");
        deploy("api", "11", "");

        assertThat(deployable("web", "1")).isEqualTo("true");
    }

    @Test
    void countsAResultForTheSameContentOfAnotherVersion() {
        verify("1", "10", true);
        deploy("api", "10", "");
        publish("2", "GET");

        assertThat(deployable("web", "2")).isEqualTo("true");
    }

    @Test
    void leavesOutWhatItIsToldToIgnore() {
        verify("1", "10", false);
        deploy("api", "10", "");

        JsonNode summary = document(
                        "q[][pacticipant]=web&q[][version]=1&environment=production" + "&ignore[][pacticipant]=api")
                .get("summary");
        assertThat(summary.get("deployable").asBoolean()).isTrue();
        assertThat(summary.get("ignored").asInt()).isOne();
    }

    @Test
    void holdsTwoVersionsAgainstEachOther() {
        verify("1", "10", true);
        verify("1", "11", false);
        String both = "q[][pacticipant]=web&q[][version]=1&q[][pacticipant]=api&q[][version]=";

        assertThat(document(both + "10").at("/summary/deployable").asText()).isEqualTo("true");
        assertThat(document(both + "11").at("/summary/deployable").asText()).isEqualTo("false");
    }

    @Test
    void refusesAQuestionThatItDoesNotUnderstand() {
        assertThat(matrix("").status()).isEqualTo(400);
        assertThat(matrix("q[][pacticipant]=nobody").text()).contains("Pacticipant nobody not found");
        assertThat(matrix("q[][pacticipant]=web&environment=nowhere").text())
                .contains("Environment with name 'nowhere' does not exist");
    }

    private void publish(String version, String method) {
        memory.publish(
                memory.version("web", version),
                "api",
                Recording.parsed("{\"interactions\":[{\"request\":{\"method\":\"" + method + "\"}}]}"));
    }

    private void verify(String consumerVersion, String version, boolean success) {
        memory.verified(
                memory.pact("web", consumerVersion, "api").orElseThrow(),
                memory.version("api", version),
                Recording.parsed("{\"success\":" + success + "}"));
    }

    private void deploy(String pacticipant, String version, String instance) {
        memory.deploy(
                memory.version(pacticipant, version),
                memory.environment("production").orElseThrow(),
                instance);
    }

    private String deployable(String pacticipant, String version) {
        return summary(pacticipant, version).get("deployable").asText();
    }

    private JsonNode summary(String pacticipant, String version) {
        return document("q[][pacticipant]=" + pacticipant + "&q[][version]=" + version
                        + "&environment=production&latestby=cvpv")
                .get("summary");
    }

    private JsonNode document(String query) {
        return Recording.parsed(matrix(query).text());
    }

    private Reply matrix(String query) {
        return new MatrixResource(memory, new Hal(Recording.read(), memory, "http://broker"), query).reply();
    }
}
