package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatewayping.acceptance.TokenTraces;
import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The commands of a consumer's and a provider's pipeline, with one broker and one provider. Whatever becomes of a command,
 * it gives no token away.
 */
final class Pipeline implements AutoCloseable {

    static final String CONSUMER = "dashboard";
    static final String PROVIDER = "network-troubleshooting";
    static final Path PACT = Path.of("src/test/resources/broker/dashboard.json");

    /** Where a broker has the content of that pact. */
    static final String CONTENT = "/pacts/provider/network-troubleshooting/consumer/dashboard/pact-version/"
            + "9fd6c035a9f3457c86b24aacfdf70a616c06d5b4";

    static final String TOKEN = environment("PACT_BROKER_TOKEN");
    static final Access ACCESS = Access.bearer(TOKEN);

    private static final String PROVIDER_TOKEN = environment("GATE_TOKEN");
    private static final TokenTraces TRACES = new TokenTraces(TOKEN);
    private static final TokenTraces PROVIDER_TRACES = new TokenTraces(PROVIDER_TOKEN);

    private final BrokerDouble broker;
    private Door provider;

    private Pipeline(BrokerDouble broker) {
        this.broker = broker;
    }

    static Pipeline start() {
        return with(ACCESS);
    }

    /** With a broker that lets others in. */
    static Pipeline with(Access access) {
        return new Pipeline(BrokerDouble.start(access));
    }

    BrokerDouble broker() {
        return broker;
    }

    /** Starts when it is needed first. */
    Door provider() {
        if (provider == null) {
            provider = Door.of(PROVIDER_TOKEN);
        }
        return provider;
    }

    /** The pact with a text in the place of another. */
    static Path pact(Path folder, String before, String after) throws IOException {
        String text = Files.readString(PACT);
        assertThat(text).contains(before);
        return Files.writeString(folder.resolve("dashboard.json"), text.replace(before, after));
    }

    GateProcess.Result publish(String version, String... more) {
        return publish(PACT, version, more);
    }

    GateProcess.Result publish(Path pact, String version, String... more) {
        return run("publish", pact.toString(), with(more, "--consumer-app-version", version, "--branch", "main"));
    }

    /** Publishes all pacts in pacts/. */
    GateProcess.Result publishAll(String version) {
        return run(
                "publish", "--pacts=pacts", with(new String[0], "--consumer-app-version", version, "--branch", "main"));
    }

    /** Publishes with what git says of the folder that the pact is in. */
    GateProcess.Result publishAsGitHasIt(Path pact, String... more) {
        return run("publish", pact.toString(), List.of(more));
    }

    /** Publishes what no check would let pass; without a branch where that is empty. */
    void publishUnchecked(String pact, String branch) throws IOException, InterruptedException {
        ObjectNode told = JsonNodeFactory.instance
                .objectNode()
                .put("pacticipantName", CONSUMER)
                .put("pacticipantVersionNumber", "1");
        if (!branch.isEmpty()) {
            told.put("branch", branch);
        }
        told.withArray("contracts")
                .addObject()
                .put("consumerName", CONSUMER)
                .put("providerName", PROVIDER)
                .put("specification", "pact")
                .put("contentType", "application/json")
                .put("content", Base64.getEncoder().encodeToString(pact.getBytes(StandardCharsets.UTF_8)));
        tell("/contracts/publish", told.toString(), 200);
    }

    /** Has the pact verified by this version of the provider, without a provider. */
    void verifyUnseen(String version) throws IOException, InterruptedException {
        tell(
                CONTENT + "/verification-results",
                "{\"success\": true, \"providerApplicationVersion\": \"" + version + "\"}",
                201);
    }

    private void tell(String path, String body, int status) throws IOException, InterruptedException {
        assertThat(new Browser(broker.url(), ACCESS).send("POST", path, body).statusCode())
                .isEqualTo(status);
    }

    /** Verifies what the broker selects, as the provider's main branch. */
    GateProcess.Result verify(String version, String... more) {
        return verifyAt(provider().url().toString(), version, more);
    }

    GateProcess.Result verifyAt(String url, String version, String... more) {
        return run("verify", "--base-url=" + url, with(more, "--provider-version", version, "--branch", "main"));
    }

    GateProcess.Result canIDeploy(String pacticipant, String version, String... more) {
        return run(
                "can-i-deploy",
                "--pacticipant=" + pacticipant,
                with(more, "--version", version, "--environment", "production"));
    }

    GateProcess.Result recordDeployment(String pacticipant, String version, String... more) {
        return run(
                "record-deployment",
                "--pacticipant=" + pacticipant,
                with(more, "--version", version, "--environment", "production"));
    }

    /** The bodies that the broker was sent as results of verifications. */
    List<Received> results() {
        return broker.received().stream()
                .filter(it -> it.method().equals("POST") && it.path().endsWith("/verification-results"))
                .toList();
    }

    /** All that the broker was told, beside what was only read. */
    List<Received> told() {
        return broker.received().stream()
                .filter(it -> !it.method().equals("GET") && !it.path().endsWith("/for-verification"))
                .toList();
    }

    @Override
    public void close() {
        if (provider != null) {
            provider.close();
        }
        broker.close();
    }

    private GateProcess.Result run(String command, String first, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of("pacts", command, first));
        arguments.addAll(with(
                more.toArray(String[]::new), "--broker-base-url", broker.url().toString()));
        GateProcess.Result result = GateProcess.run(arguments.toArray(String[]::new));
        assertUnseen(result);
        return result;
    }

    private void assertUnseen(GateProcess.Result result) {
        assertUnseen("the console", result.console());
        for (Received request : broker.received()) {
            assertThat(request.headers()).containsEntry("authorization", ACCESS.authorization());
            assertUnseen("a request to the broker", request.target() + request.body() + headers(request));
        }
        for (Received request : provider == null ? List.<Received>of() : provider.received()) {
            String all = request.target() + request.body() + request.headers();
            assertThat(TRACES.in(all))
                    .as("traces of the broker's token at the provider")
                    .isEmpty();
        }
    }

    static void assertUnseen(String what, String text) {
        assertThat(TRACES.in(text))
                .as("traces of the broker's token in %s", what)
                .isEmpty();
        assertThat(PROVIDER_TRACES.in(text))
                .as("traces of the provider's token in %s", what)
                .isEmpty();
    }

    private static String headers(Received request) {
        return request.headers().entrySet().stream()
                .filter(header -> !header.getKey().equals("authorization"))
                .map(Map.Entry::toString)
                .toList()
                .toString();
    }

    /** More options, and the given ones but for those that are among them. */
    private static List<String> with(String[] more, String... given) {
        List<String> all = new ArrayList<>(List.of(more));
        for (int i = 0; i < given.length; i += 2) {
            if (!all.contains(given[i])) {
                all.addAll(List.of(given[i], given[i + 1]));
            }
        }
        return all;
    }

    private static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), () -> "the build sets " + name);
    }
}
