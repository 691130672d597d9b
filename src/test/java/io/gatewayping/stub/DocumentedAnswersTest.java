package io.gatewayping.stub;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.gatewayping.contract.Contract;
import io.gatewayping.restassured.ContractFilter;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documented answers of the running stub, and what it says where nothing is documented, as any client sees them, judged by the contract. */
final class DocumentedAnswersTest {

    private static final String GATEWAY = "/network-troubleshooting/v1alpha1/gateways/CN0DOCUMENTED";
    private static final String PING = GATEWAY + "/ping";
    private static final String ONE_LINE = "[^\\p{Cntrl}\\u2028\\u2029\\u0085]+";

    private static Stub stub;
    private static RequestSpecification anybody;
    private static RequestSpecification client;

    private final String taskId = UUID.randomUUID().toString();
    private final String test = PING + "/async-operations/" + taskId;

    @BeforeAll
    static void start() throws Stub.NotStarted {
        stub = Stub.start(Contract.builtIn(), "127.0.0.1", 0, "let-me-in");
        anybody = new RequestSpecBuilder()
                .setBaseUri(stub.baseUrl())
                .setUrlEncodingEnabled(false)
                .addFilter(new ContractFilter().lettingIn("let-me-in"))
                .build();
        client = new RequestSpecBuilder()
                .addRequestSpecification(anybody)
                .addHeader("Authorization", "Bearer let-me-in")
                .build();
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    @ParameterizedTest
    @CsvSource({
        "the request is rejected as invalid, 400, HPE_GRAVITY_BAD_REQUEST",
        "no ping test exists, 404, HPE_GRAVITY_TASK_NOT_FOUND",
        "the rate limit is exceeded, 429, HPE_GRAVITY_TOO_MANY_REQUESTS",
        "the server fails unexpectedly, 500, HPE_GRAVITY_INTERNAL_SERVER_ERROR"
    })
    void anErrorHasItsCodeAndAMessageOfOneLine(String state, int status, String code) {
        arrange(state);

        given().spec(client)
                .when()
                .get(test)
                .then()
                .statusCode(status)
                .contentType(equalTo("application/json"))
                .body("$", aMapWithSize(2))
                .body("errorCode", equalTo(code))
                .body("message", matchesPattern(ONE_LINE));
    }

    @Test
    void aCompletedTestIsShownWithItsResult() {
        arrange("a ping test has completed");

        given().spec(client)
                .when()
                .get(test)
                .then()
                .statusCode(200)
                .contentType(equalTo("application/json"))
                .body("status", equalTo("COMPLETED"))
                .body("output.sentPacketsCount", equalTo("5"))
                .body("rawOutput", containsString("Success rate is 100 percent (5/5)"));
    }

    @Test
    void whoeverStartsATestLearnsWhereItIs() {
        String location = given().spec(client)
                .contentType("application/json")
                .body(Map.of("destination", "www.google.com"))
                .when()
                .post(PING)
                .then()
                .statusCode(202)
                .header("Location", startsWith(PING + "/async-operations/"))
                .body("status", equalTo("INITIATED"))
                .extract()
                .path("location");

        given().spec(client).when().get(location).then().statusCode(200).body("status", equalTo("INITIATED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "text/plain", "application/x-www-form-urlencoded", "application/xml"})
    void aBodyThatIsNotJsonStartsNothing(String type) {
        given().spec(client)
                .config(RestAssured.config()
                        .encoderConfig(encoderConfig()
                                .encodeContentTypeAs(type, ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(type)
                .body("{\"destination\": \"www.google.com\"}")
                .when()
                .post(PING)
                .then()
                .statusCode(400)
                .contentType(equalTo("application/json"))
                .body("errorCode", equalTo("HPE_GRAVITY_BAD_REQUEST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN%200", "cn0", "%0A", "CN%2F0", "%ff"})
    void aSerialNumberThatBreaksItsPatternIsABadRequest(String serialNumber) {
        for (String path : new String[] {PING, test}) {
            given().spec(client)
                    .contentType("application/json")
                    .body("{\"destination\": \"www.google.com\"}")
                    .when()
                    .request(path.equals(PING) ? "POST" : "GET", path.replace("CN0DOCUMENTED", serialNumber))
                    .then()
                    .statusCode(400)
                    .header("Location", equalTo(null))
                    .body("errorCode", equalTo("HPE_GRAVITY_BAD_REQUEST"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%0Ab", "%0D", "%E2%80%A8x%0a", "%c3%28", "let-me-in"})
    void aTaskIdThatNoMessageOfOneLineCanNameIsABadRequest(String id) {
        given().spec(client)
                .when()
                .get(test.replace(taskId, id))
                .then()
                .statusCode(400)
                .body("errorCode", equalTo("HPE_GRAVITY_BAD_REQUEST"))
                .body("message", matchesPattern(ONE_LINE));
    }

    @Test
    void everyOtherTaskIdIsNotFoundByItsName() {
        given().spec(client)
                .when()
                .get(test.replace(taskId, "%3Cb%3E%20%22%C3%BC+"))
                .then()
                .statusCode(404)
                .body("errorCode", equalTo("HPE_GRAVITY_TASK_NOT_FOUND"))
                .body("message", endsWith(": <b> \"\u00fc+"));
    }

    @ParameterizedTest
    @CsvSource({"PUT, GET", "DELETE, GET", "OPTIONS, GET", "PATCH, GET", "POST, GET"})
    void anotherMethodIsNotAllowed(String method, String allowed) {
        arrange("a ping test has completed");

        given().spec(client)
                .when()
                .request(method, test)
                .then()
                .statusCode(405)
                .header("Allow", allowed)
                .contentType(equalTo("application/json"))
                .body("errorCode", equalTo("METHOD_NOT_ALLOWED"))
                .body("message", matchesPattern(ONE_LINE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/unknown",
                PING + "/",
                PING + "/async-operations",
                PING + "/async-operations/",
                "/x" + PING,
                "//x"
            })
    void whereThereIsNothingNothingIsFound(String path) {
        for (RequestSpecification someone : new RequestSpecification[] {client, anybody}) {
            given().spec(someone)
                    .when()
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType(equalTo("application/json"))
                    .body("errorCode", equalTo("NOT_FOUND"))
                    .body("message", not(containsString(path)));
        }
    }

    @Test
    void aSlashBehindLeadsNowhere() {
        arrange("a ping test has completed");

        given().spec(client).when().get(test).then().statusCode(200);
        given().spec(client).when().get(test + "/").then().statusCode(404).body("errorCode", equalTo("NOT_FOUND"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | the body cannot be read: not JSON",
                "'' | the body cannot be read: no body",
                "[] | no such state",
                "null | no such state",
                "{\"state\": 5} | no such state",
                "{\"state\": [\"a ping test is running\"]} | no such state",
                "{\"state\": \"a ping test is running\"} | params need serialNumber and taskId",
                "{\"state\": \"a ping test is running\", \"params\": []} | params need serialNumber and taskId",
                "{\"state\": \"a ping test is running\", \"params\": {\"serialNumber\": 1, \"taskId\": 2}} | params need",
                "{\"state\": \"a ping test is running\", \"action\": 1} | the action is setup or teardown",
                "{\"state\": \"a ping test is running\", \"action\": \"set\"} | the action is setup or teardown",
                "{\"state\": \"a ping test is running\", \"state\": \"a ping test has failed\"} | a member is named twice",
                "{\"state\": \"a ping test is running\", \"params\": {\"serialNumber\": \"a b\", \"taskId\": \"1\"}} |"
                        + " one of the params names no task: the parameter serial-number matches ^[A-Z0-9]+$",
            })
    void aStateChangeThatCannotBeTakenIsToldWhy(String body, String why) {
        given().spec(anybody)
                .contentType("application/json")
                .body(body)
                .when()
                .post(Stub.STATE_PATH)
                .then()
                .statusCode(400)
                .contentType(equalTo("application/json"))
                .body("message", containsString(why))
                .body("message", matchesPattern(ONE_LINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
    void statesAreChangedByPostOnly(String method) {
        given().spec(anybody)
                .when()
                .request(method, Stub.STATE_PATH)
                .then()
                .statusCode(405)
                .header("Allow", "POST")
                .body("errorCode", equalTo("METHOD_NOT_ALLOWED"));
    }

    private void arrange(String state) {
        given().spec(anybody)
                .contentType("application/json")
                .body(Map.of("state", state, "params", Map.of("serialNumber", "CN0DOCUMENTED", "taskId", taskId)))
                .when()
                .post(Stub.STATE_PATH)
                .then()
                .statusCode(200);
    }
}
