package io.gatewayping.restassured;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a test of somebody else is told, of a provider that answers as it likes. */
final class ContractFilterTest {

    private static final String TOKEN = "Qm4-Xr8.Ye2_Lu7~Wo1";
    private static final String TASK = "/network-troubleshooting/v1alpha1/gateways/CN0FILTER/ping/async-operations/"
            + "8a1b2c3d-0000-4000-8000-000000000001";

    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "";
    private volatile Consumer<HttpExchange> more = exchange -> {};

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        body = completed().toString();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatKeepsTheContractPassesWithItsBody() {
        read(new ContractFilter()).then().statusCode(200).body("status", equalTo("COMPLETED"));
        assertThat(read(new ContractFilter()).asString()).isEqualTo(body);
    }

    @Test
    void aBrokenClauseFailsTheTestByItsName() {
        ObjectNode wrong = completed();
        ((ObjectNode) wrong.get("output")).put("receivedPacketsCount", "6");
        body = wrong.toString();

        assertThatThrownBy(() -> read(new ContractFilter()))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("GET " + base() + TASK + ": 200 breaks the contract:\n")
                .hasMessageContaining("received-within-sent at /output/receivedPacketsCount\n"
                        + "  wrong:    more packets were received than sent\n  actual:   ");
    }

    @Test
    void aTaskThatGoesBackwardsFailsTheTest() {
        Filter filter = new ContractFilter();
        read(filter);
        body = example("running").toString();

        assertThatThrownBy(() -> read(filter))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("terminal-status-is-final");
    }

    @Test
    void aTokenThatIsRepeatedFailsTheTestAndIsNotShown() {
        more = exchange -> exchange.getResponseHeaders().add("X-Seen", "Bearer " + TOKEN);

        assertThatThrownBy(() -> read(new ContractFilter()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("token-never-echoed")
                .hasMessageNotContaining(TOKEN);
    }

    @Test
    void whoHasNoTokenOrAWrongOneIsToBeRefused() {
        assertThatThrownBy(() ->
                        given().baseUri(base()).filter(new ContractFilter()).get(TASK))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("getPingTest/security at status");
        assertThatThrownBy(() -> read(new ContractFilter().lettingIn("another-token-123")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("getPingTest/security at status");
    }

    @Test
    void theTokenOfRestAssuredsOwnAuthenticationIsKnown() {
        byOAuth2(new ContractFilter()).then().statusCode(200);
        byOAuth2(new ContractFilter().lettingIn(TOKEN)).then().statusCode(200);
        assertThatThrownBy(() -> byOAuth2(new ContractFilter().lettingIn("another-token-123")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("getPingTest/security at status");

        more = exchange -> exchange.getResponseHeaders()
                .add("X-Seen", exchange.getRequestHeaders().getFirst("Authorization"));
        assertThatThrownBy(() -> byOAuth2(new ContractFilter()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("token-never-echoed")
                .hasMessageNotContaining(TOKEN);
    }

    @Test
    void aCodingThatTheClientHasAskedForIsItsOwnAffair() {
        more = exchange -> exchange.getResponseHeaders().add("Content-Encoding", "gzip");

        read(new ContractFilter()).then().body("status", equalTo("COMPLETED"));
    }

    @Test
    void aPathThatTheContractDoesNotHaveIsNotJudged() {
        status = 418;

        given().baseUri(base())
                .filter(new ContractFilter())
                .get("/health")
                .then()
                .statusCode(418);
    }

    private Response read(Filter filter) {
        return given().baseUri(base())
                .header("Authorization", "Bearer " + TOKEN)
                .filter(filter)
                .get(TASK);
    }

    private Response byOAuth2(Filter filter) {
        return given().baseUri(base()).auth().oauth2(TOKEN).filter(filter).get(TASK);
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static ObjectNode completed() {
        return example("completed");
    }

    private static ObjectNode example(String name) {
        return Contract.builtIn()
                .example(name)
                .map(Example::body)
                .map(body -> (ObjectNode) body.deepCopy())
                .orElseThrow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            more.accept(exchange);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            if (exchange.getResponseHeaders().containsKey("Content-Encoding")) {
                bytes = compressed(bytes);
            }
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
