package io.gatewayping.restassured;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.gatewayping.contract.Contract;
import io.gatewayping.stub.Stub;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/jvm-tests.md}. */
final class FilterExampleTest {

    private static Stub provider;

    private RequestSpecification client;

    @BeforeAll
    static void start() throws Stub.NotStarted {
        provider = Stub.start(Contract.builtIn(), "127.0.0.1", 0, "a-token-for-tests-1");
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @BeforeEach
    void prepare() {
        client = new RequestSpecBuilder()
                .setBaseUri(provider.baseUrl())
                .addHeader("Authorization", "Bearer a-token-for-tests-1")
                .addFilter(new ContractFilter())
                .build();
    }

    @Test
    void aStartedTestGoesOn() {
        String location = given().spec(client)
                .contentType("application/json")
                .body(Map.of("destination", "www.google.com"))
                .when()
                .post("/network-troubleshooting/v1alpha1/gateways/CN0EXAMPLE/ping")
                .then()
                .statusCode(202)
                .extract()
                .path("location");

        // What each answer holds, and what may change from one to the next, the filter looks after.
        given().spec(client).when().get(location).then().body("status", equalTo("INITIATED"));
        given().spec(client).when().get(location).then().body("status", equalTo("RUNNING"));
    }
}
