package io.gatewayping.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault is what it says, where it says, and as often as it says. */
final class FaultTest {

    private BrokerDouble broker;
    private Browser browser;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        broker = BrokerDouble.start();
        browser = new Browser(broker.url());
        browser.post(
                "/contracts/publish",
                Recording.read().exchanges().get(1).at("/request/body").asText());
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, 401",
        "FORBIDDEN, 403",
        "NOT_FOUND, 404",
        "CONFLICT, 409",
        "INVALID, 400",
        "BROKEN, 500",
        "UNAVAILABLE, 503"
    })
    void isAStatus(Fault fault, int status) throws IOException, InterruptedException {
        broker.suffers(Trouble.of(fault));

        assertThat(browser.send("GET", "/", "").statusCode()).isEqualTo(status);
    }

    @Test
    void strikesSomeTimesInOnePlace() throws IOException, InterruptedException {
        broker.suffers(Trouble.of(Fault.UNAVAILABLE).at("/pacticipants").times(2));

        assertThat(browser.send("GET", "/", "").statusCode()).isEqualTo(200);
        assertThat(browser.send("GET", "/pacticipants/web-app", "").statusCode())
                .isEqualTo(503);
        assertThat(browser.send("GET", "/pacticipants/orders-api", "").statusCode())
                .isEqualTo(503);
        assertThat(browser.send("GET", "/pacticipants/web-app", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void strikesTheIndexAlone() throws IOException, InterruptedException {
        broker.suffers(Trouble.of(Fault.NOT_FOUND).at("/"));

        assertThat(browser.send("GET", "/", "").statusCode()).isEqualTo(404);
        assertThat(browser.send("GET", "/environments", "").statusCode()).isEqualTo(200);
    }

    @Test
    void saysNothingUntilItIsClosed() {
        broker.suffers(Trouble.of(Fault.SILENCE));
        CompletableFuture<Object> asked = CompletableFuture.supplyAsync(() -> {
            try {
                return browser.get("/");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        await().until(() -> !broker.received("GET", "/").isEmpty());
        assertThat(asked).isNotDone();
        broker.close();
        assertThatThrownBy(() -> asked.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void resetsTheConnection() {
        broker.suffers(Trouble.of(Fault.RESET));

        assertThatThrownBy(() -> browser.get("/")).hasRootCauseMessage("Connection reset");
    }

    @Test
    void showsAPageForPeople() throws IOException, InterruptedException {
        broker.suffers(Trouble.of(Fault.HTML));
        HttpResponse<String> answer = browser.send("GET", "/", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    }

    @Test
    void leavesALinkOut() throws IOException, InterruptedException {
        broker.suffers(Trouble.missing("pb:publish-contracts").at("/"));
        broker.suffers(Trouble.missing("self").at("/pacts/provider/orders-api/for-verification"));
        JsonNode index = browser.get("/");
        JsonNode pacts = browser.post("/pacts/provider/orders-api/for-verification", "{}");

        assertThat(index.at("/_links").has("pb:publish-contracts")).isFalse();
        assertThat(index.at("/_links").has("pb:publish-pact")).isTrue();
        assertThat(pacts.at("/_embedded/pacts/0").has("_links")).isTrue();
        assertThat(pacts.at("/_embedded/pacts/0/_links").has("self")).isFalse();
    }

    @Test
    void endsHalfWay() {
        broker.suffers(Trouble.of(Fault.TRUNCATED));

        assertThatThrownBy(() -> browser.get("/")).hasRootCauseInstanceOf(JsonProcessingException.class);
    }

    @Test
    void redirectsElsewhere() throws IOException, InterruptedException {
        try (BrokerDouble elsewhere = BrokerDouble.start()) {
            broker.suffers(Trouble.redirect(elsewhere.url()));
            HttpResponse<String> answer = browser.send("GET", "/", "");

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("location"))
                    .hasValue(elsewhere.url().toString());
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void linksElsewhere() throws IOException, InterruptedException {
        broker.suffers(
                Trouble.linksTo(URI.create("http://elsewhere.example:8080")).at("/"));

        assertThat(browser.get("/").at("/_links/pb:publish-contracts/href").asText())
                .isEqualTo("http://elsewhere.example:8080/contracts/publish");
    }

    @Test
    void cannotTellForATime() throws IOException, InterruptedException {
        JsonNode pact = browser.get("/pacts/provider/orders-api/consumer/web-app/version/3.0.0");
        browser.post(
                pact.at("/_links/pb:publish-verification-results/href").asText(),
                "{\"success\":true,\"providerApplicationVersion\":\"1\"}");
        broker.suffers(Trouble.of(Fault.MATRIX_UNKNOWN).times(1));

        JsonNode unknown = matrix();
        assertThat(unknown.at("/summary/deployable").isNull()).isTrue();
        assertThat(unknown.at("/summary/unknown").asInt()).isOne();
        assertThat(unknown.at("/matrix/0/verificationResult").isNull()).isTrue();
        assertThat(matrix().at("/summary/deployable").asBoolean()).isTrue();
    }

    @Test
    void saysYesWithoutAnyResult() throws IOException, InterruptedException {
        broker.suffers(Trouble.of(Fault.MATRIX_YES_WITHOUT_RESULTS));

        assertThat(browser.send("GET", "/", "").statusCode()).isEqualTo(200);
        assertThat(matrix().at("/summary/deployable").asBoolean()).isTrue();
        assertThat(matrix().get("matrix")).isEmpty();
    }

    @Test
    void tellsADefectOfItsOwn() throws IOException {
        BrokerDouble defective = BrokerDouble.start();
        try (Socket client = new Socket("127.0.0.1", defective.url().getPort())) {
            client.getOutputStream().write("GET /pacticipants/%zz HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
            assertThat(new String(client.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 500");
        }

        assertThatThrownBy(defective::close).hasMessage("the broker double has a defect");
    }

    private JsonNode matrix() throws IOException, InterruptedException {
        return browser.get("/matrix?q%5B%5D%5Bpacticipant%5D=web-app&q%5B%5D%5Bversion%5D=3.0.0&latestby=cvp");
    }
}
