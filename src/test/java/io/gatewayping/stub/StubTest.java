package io.gatewayping.stub;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.gatewayping.contract.Contract;
import io.gatewayping.restassured.ContractFilter;
import io.restassured.filter.Filter;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StubTest {

    private static final String TOKEN = "let-me-in";
    private static final String GATEWAY = "/network-troubleshooting/v1alpha1/gateways/CN0STUBTEST";

    private static Stub stub;

    private final Filter contract = new ContractFilter().lettingIn(TOKEN);
    private final String taskId = UUID.randomUUID().toString();
    private final String test = GATEWAY + "/ping/async-operations/" + taskId;

    @BeforeAll
    static void start() throws Stub.NotStarted {
        stub = Stub.start(Contract.builtIn(), "127.0.0.1", 0, TOKEN);
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    @Test
    void aStartedTestRunsToCompletionPollByPoll() {
        String location = authenticated()
                .contentType("application/json")
                .body("{\"destination\": \"www.google.com\"}")
                .post(GATEWAY + "/ping")
                .then()
                .statusCode(202)
                .header("Location", containsString(GATEWAY))
                .extract()
                .path("location");

        List<String> statuses = new ArrayList<>();
        for (int poll = 0; poll < 5; poll++) {
            statuses.add(authenticated().get(location).path("status"));
        }
        assertThat(statuses).containsExactly("INITIATED", "RUNNING", "RUNNING", "COMPLETED", "COMPLETED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'destination': 'gw.example.org'} | gw.example.org | 92 | 5",
                "{'destination': '203.0.113.7', 'count': 1, 'packetSize': 10} | 203.0.113.7 | 10 | 1",
                "{'destination': '2001:db8::1', 'count': 100, 'packetSize': 2000} | 2001:db8::1 | 2000 | 100",
                "{'destination': 'a', 'includeRawOutput': false} | a | 92 | 5",
                "{'destination': '5, 92-byte', 'count': 3.0, 'includeRawOutput': true} | 5, 92-byte | 92 | 3",
                "{'destination': 'gw.example.org', 'count': 12, 'packetSize': 64, 'includeRawOutput': true} | gw.example.org | 64 | 12",
            })
    void aStartedTestShowsWhatItWasStartedWith(String start, String destination, String size, String count) {
        String location = started(start).statusCode(202).extract().path("location");
        for (int poll = 0; poll < 3; poll++) {
            authenticated().get(location).then().body("output", nullValue());
        }

        JsonPath ended = authenticated().get(location).jsonPath();
        assertThat(ended.getString("output.destination")).isEqualTo(destination);
        assertThat(ended.getString("output.packetSizeBytes")).isEqualTo(size);
        assertThat(ended.getString("output.sentPacketsCount")).isEqualTo(count);
        assertThat(ended.getString("output.receivedPacketsCount")).isEqualTo(count);
        if (start.contains("'includeRawOutput': true")) {
            assertThat(ended.getString("rawOutput"))
                    .contains(
                            "Sending " + count + ", " + size + "-byte ICMP Echos to " + destination + ", timeout",
                            "\n" + "!".repeat(Integer.parseInt(count)) + "\r",
                            "(" + count + "/" + count + ")");
        } else {
            assertThat(ended.getString("rawOutput")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'destination': '\u00a0'}",
                "{'destination': 'a', 'count': 0}",
                "{'destination': 'a', 'count': 101}",
                "{'destination': 'a', 'count': 2.5}",
                "{'destination': 'a', 'count': '5'}",
                "{'destination': 'a', 'packetSize': 9}",
                "{'destination': 'a', 'packetSize': 2001}",
                "{'destination': 'a', 'ttl': 256}",
                "{'destination': 'a', 'dscp': 64}",
                "{'destination': 'a', 'vlan': 4095}",
                "{'destination': 'a', 'includeRawOutput': 'true'}",
                // What it printed then could not be told from another destination.
                "{'destination': 'a, timeout is 2 seconds:', 'includeRawOutput': true}",
                "{'destination': 'let-me-in'}",
            })
    void aTestIsNotStartedByWhatNoAnswerCanShow(String start) {
        started(start).statusCode(400).body("errorCode", equalTo("HPE_GRAVITY_BAD_REQUEST"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | destination is there",
                "{'destination': 'a', 'count': 101} | at most 100",
                "{'destination': 'a', 'packetSize': 9} | at least 10",
                "[] | of type object",
                "{'destination': 'a', 'count': 'LET-ME-IN'} | of type integer",
            })
    void aTestThatIsNotStartedIsToldWhy(String start, String why) {
        started(start).statusCode(400).body("message", endsWith(why));
    }

    @Test
    void aCallerIsToldWhatIsWrongWithThePath() {
        authenticated()
                .get(test.replace("CN0STUBTEST", "cn"))
                .then()
                .statusCode(400)
                .body("message", containsString("serial-number"));
    }

    @Test
    void aTaskDoesNotBelongToAnotherGatewayThatIsTheSame() {
        given().baseUri(stub.baseUrl().toString())
                .contentType("application/json")
                .body("{\"state\": \"the ping test belongs to another gateway\", \"params\": {\"serialNumber\":"
                        + " \"CN0STUBTEST\", \"taskId\": \"" + taskId + "\", \"otherSerialNumber\": \"CN0STUBTEST\"}}")
                .post(Stub.STATE_PATH)
                .then()
                .statusCode(400)
                .body("message", containsString("are one"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Content-Type: application/json ~ 200",
                "Content-Type: application/json; charset=UTF-8 ~ 200",
                "content-type:Application/JSON;charset=\"utf-8\" ~ 200",
                "Content-Type: application/json; charset=ISO-8859-1 ~ 200",
                "X-Type: none ~ 415",
                "Content-Type: text/plain ~ 415",
                "Content-Type: text/plain; like=application/json ~ 415",
                "Content-Type: application/x-www-form-urlencoded ~ 415",
                "Content-Type: application/jsonp ~ 415",
                "Content-Type: application/json|Content-Type: text/plain ~ 415",
            })
    void aStateChangeIsJsonAndSaysSo(String type, int status) throws IOException {
        String change = "{\"state\": \"a ping test has completed\", \"params\": {\"serialNumber\": \"CN0STUBTEST\","
                + " \"taskId\": \"" + taskId + "\"}}";

        Wire.Answer answer = answered("POST " + Stub.STATE_PATH, type + "|Content-Length: " + change.length(), change);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains(status == 200 ? "{}" : "the Content-Type is not application/json");
        authenticated().get(test).then().statusCode(status == 200 ? 200 : 404);
    }

    @ParameterizedTest
    @CsvSource({
        "gateways, %67ateways, 200",
        "v1alpha1, %761alpha%31, 200",
        "async-operations, async%2Doperations, 200",
        "network-troubleshooting, %6Eetwork%2dtroubleshooting, 200",
        "CN0STUBTEST, %43N0STUBTEST, 200",
        "gateways, %47ateways, 404",
        "/ping, %2Fping, 404",
        "gateways, gateways%20, 404",
        "gateways, %2567ateways, 404",
        "gateways, gatewa%7s, 404"
    })
    void whatNeedsNoEscapeIsTheSameEscaped(String part, String escaped, int status) throws IOException {
        change("a ping test has completed", "setup").then().statusCode(200);

        assertThat(answered("GET " + test.replaceFirst(part, escaped), "Authorization: Bearer " + TOKEN, "")
                        .status())
                .isEqualTo(status);
        assertThat(answered("GET " + Stub.STATE_PATH.replace("pact", "%70act"), "A: b", "")
                        .status())
                .isEqualTo(405);
    }

    /** What comes back for a request that no client would send so. */
    private static Wire.Answer answered(String asked, String fields, String body) throws IOException {
        String head = asked + " HTTP/1.1|Host: a|Connection: close|" + fields + "||";
        return Wire.answer(stub.baseUrl(), head.replace("|", "\r\n") + body);
    }

    private ValidatableResponse started(String start) {
        return authenticated()
                .contentType("application/json")
                .body(start.replace('\'', '"'))
                .post(GATEWAY + "/ping")
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "let-me-in", "Basic let-me-in", "Bearer let-me-out", "Bearer let-me-i", "Bearer LET-ME-IN"})
    void nobodyElseIsLetIn(String authorization) {
        change("a ping test has completed", "setup").then().statusCode(200);
        authenticated().get(test).then().statusCode(200);

        given().baseUri(stub.baseUrl().toString())
                .filter(contract)
                .header("Authorization", authorization)
                .get(test)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("errorCode", equalTo("HPE_GRAVITY_UNAUTHORIZED"));
    }

    @Test
    void anUnknownTestIsNotFoundByItsName() {
        authenticated().get(test).then().statusCode(404).body("message", endsWith(taskId));
    }

    @Test
    void aTaskIdIsShownAsJsonWhateverItIs() {
        authenticated()
                .get(GATEWAY + "/ping/async-operations/a%22b")
                .then()
                .statusCode(404)
                .body("message", endsWith("a\"b"));
    }

    @ParameterizedTest
    @CsvSource({
        "a ping test is initiated, 200, INITIATED",
        "a ping test is running, 200, RUNNING",
        "a ping test has completed, 200, COMPLETED",
        "a ping test has failed, 200, FAILED",
        "no ping test exists, 404,",
        "the request is rejected as invalid, 400,",
        "the rate limit is exceeded, 429,",
        "the server fails unexpectedly, 500,"
    })
    void aStateHoldsForEver(String state, int code, String status) {
        change(state, "setup").then().statusCode(200);

        for (int poll = 0; poll < 2; poll++) {
            authenticated().get(test).then().statusCode(code).body("status", equalTo(status));
        }
    }

    @Test
    void aTaskOfAnotherGatewayIsThereOnly() {
        given().baseUri(stub.baseUrl().toString())
                .contentType("application/json")
                .body("{\"state\": \"the ping test belongs to another gateway\", \"action\": \"setup\", \"params\": "
                        + "{\"serialNumber\": \"CN0STUBTEST\", \"taskId\": \"" + taskId
                        + "\", \"otherSerialNumber\": \"CN0OTHER\"}}")
                .post(Stub.STATE_PATH)
                .then()
                .statusCode(200);

        authenticated().get(test).then().statusCode(404);
        authenticated().get(test.replace("CN0STUBTEST", "CN0OTHER")).then().statusCode(200);
    }

    @Test
    void aStateThatIsTornDownHoldsNoMore() {
        change("a ping test has completed", "setup").then().statusCode(200);
        change("a ping test has completed", "teardown").then().statusCode(200);
        change("a ping test has completed", "teardown").then().statusCode(200);

        authenticated().get(test).then().statusCode(404);
    }

    @Test
    void anUnknownStateIsRefusedWithTheKnownOnes() {
        change("a ping test is lost", "setup")
                .then()
                .statusCode(400)
                .body("message", containsString("a ping test has completed"));
    }

    @Test
    void aTakenPortIsTold() {
        int port = stub.baseUrl().getPort();

        assertThatThrownBy(() -> Stub.start(Contract.builtIn(), "127.0.0.1", port, TOKEN))
                .isInstanceOf(Stub.NotStarted.class)
                .hasMessage("cannot listen on 127.0.0.1:" + port + ": Address already in use");
    }

    @Test
    void eachRequestIsLoggedWithoutTheToken() throws Stub.NotStarted {
        List<String> log = new CopyOnWriteArrayList<>();
        try (Stub logging = Stub.start(Contract.builtIn(), "127.0.0.1", 0, TOKEN, log::add)) {
            String base = logging.baseUrl().toString();
            given().baseUri(base).get(test + "?access_token=" + TOKEN);
            given().baseUri(base).header("Authorization", "Bearer " + TOKEN).get(test.replace(taskId, TOKEN));
            given().baseUri(base).urlEncodingEnabled(false).delete("/a%0A%C3%BC");
        }

        assertThat(log)
                .containsExactly(
                        "GET " + test + "?\u2026 401",
                        "GET " + test.replace(taskId, "$TOKEN") + " 400",
                        "DELETE /a%0A%C3%BC 404");
    }

    private RequestSpecification authenticated() {
        return given().baseUri(stub.baseUrl().toString())
                .filter(contract)
                .urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + TOKEN);
    }

    private io.restassured.response.Response change(String state, String action) {
        return given().baseUri(stub.baseUrl().toString())
                .contentType("application/json")
                .body("{\"state\": \"" + state + "\", \"action\": \"" + action
                        + "\", \"params\": {\"serialNumber\": \"CN0STUBTEST\", \"taskId\": \"" + taskId + "\"}}")
                .post(Stub.STATE_PATH);
    }
}
