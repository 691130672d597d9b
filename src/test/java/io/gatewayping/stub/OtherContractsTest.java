package io.gatewayping.stub;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;

import io.gatewayping.contract.Contract;
import io.gatewayping.restassured.ContractFilter;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other contracts ask for: other ways to be let in, or none, and what has to be sent with a request. */
final class OtherContractsTest {

    private static final String SECURITY = "security: [{bearer: []}]";
    private static final String SCHEMES = "securitySchemes: {bearer: {type: http, scheme: bearer}}";
    private static final String JOB = "/gateways/SN2/jobs/t-2";

    @TempDir
    private Path folder;

    private Stub stub;
    private Filter filter;

    @AfterEach
    void stop() {
        stub.close();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Key, the-key, 404",
        "x-key, the-key, 404",
        "X-Key, The-Key, 401",
        "X-Key, Bearer the-key, 401",
        "Authorization, Bearer the-key, 401",
        "X-Other, the-key, 401"
    })
    void aKeyInAHeaderLetsIn(String header, String value, int status) throws Exception {
        start(SCHEMES, "securitySchemes: {bearer: {type: apiKey, in: header, name: X-Key}}");

        given().spec(client())
                .header(header, value)
                .when()
                .get(JOB)
                .then()
                .statusCode(status)
                .header("WWW-Authenticate", status == 401 ? equalTo("X-Key") : equalTo(null));
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, */*, 404",
        "Authorization, Bearer the-key, 404",
        "Authorization, Bearer another, 401",
        "X-Auth-Token, the-key, 404",
    })
    void whoeverMayComeWithoutATokenMayNotComeWithAWrongOne(String header, String value, int status) throws Exception {
        start(SECURITY, "security: [{bearer: []}, {}]");

        given().spec(client()).header(header, value).when().get(JOB).then().statusCode(status);
    }

    @Test
    void aParamThatIsANumberIsOne() throws Exception {
        Contract cable = Contract.load(Path.of("src/test/resources/cable/cable-test.yaml"));
        stub = Stub.start(cable, "127.0.0.1", 0, "the-key");

        given().baseUri(stub.stateUrl().toString())
                .contentType("application/json")
                .body("{\"state\": \"a cable test has completed\", \"params\":"
                        + " {\"siteId\": \"campus-0042\", \"serialNumber\": \"SG30LMR114\", \"testNumber\": 470811}}")
                .when()
                .post()
                .then()
                .statusCode(200);
    }

    @Test
    void whereNobodyIsAskedEverybodyIsLetIn() throws Exception {
        start(SECURITY, "security: []");

        given().spec(client())
                .header("Authorization", "Bearer another")
                .when()
                .get(JOB)
                .then()
                .statusCode(404)
                .body("task", equalTo("t-2 of SN2"));
    }

    @ParameterizedTest
    @CsvSource({"?view=full, 1, 404", "?view=, 1, 404", "'', 1, 400", "?views=full, 1, 400", "?view=full, , 400"})
    void whatARequestHasToBringIsAskedFor(String query, String tenant, int status) throws Exception {
        start(
                "{$ref: '#/components/parameters/TaskId'}]",
                "{$ref: '#/components/parameters/TaskId'},"
                        + " {name: view, in: query, required: true, schema: {type: string}, example: full},"
                        + " {name: X-Tenant, in: header, required: true, schema: {type: string}, example: '1'}]");

        // Not judged: the small contract documents no 400.
        given().baseUri(stub.baseUrl().toString())
                .headers(tenant == null ? Map.of() : Map.of("X-Tenant", tenant))
                .header("Authorization", "Bearer the-key")
                .when()
                .get(JOB + query)
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({
        "?view=full, 404",
        "?vi%65w=ful%6C, 404",
        "?view=all, 400",
        "?view=full&view=full, 400",
        "?view=full&lines=7, 404",
        "?view=full&lines=many, 400",
        "'', 400",
    })
    void whatAPathHasItsRequestsBringIsHeldToItsSchema(String query, int status) throws Exception {
        start(
                "    get:\n",
                "    parameters:\n"
                        + "      - {name: view, in: query, required: true, schema: {enum: [full]}, example: full}\n"
                        + "      - {name: lines, in: query, schema: {type: integer}}\n"
                        + "    get:\n");

        // Not judged: the small contract documents no 400.
        given().baseUri(stub.baseUrl().toString())
                .urlEncodingEnabled(false)
                .header("Authorization", "Bearer the-key")
                .when()
                .get(JOB + query)
                .then()
                .statusCode(status);
    }

    @Test
    void whatAnAnswerHasInHeadersIsSent() throws Exception {
        start(
                "    Refused:\n      description: Unauthorized\n",
                "    Refused:\n      description: Unauthorized\n      headers:\n"
                        + "        WWW-Authenticate: {required: true, schema: {const: Bearer of old}, example: Bearer of old}\n"
                        + "        X-Kind: {$ref: '#/components/headers/Kind'}\n");

        given().spec(client())
                .when()
                .get(JOB)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer of old")
                .header("X-Kind", "fast");
        given().spec(client())
                .header("Authorization", "Bearer the-key")
                .when()
                .post("/gateways/SN2/jobs")
                .then()
                .statusCode(201)
                .header("X-Count", "7");
    }

    @Test
    void aSupportingOperationThatStartsNothingShowsItsExample() throws Exception {
        start("", "");

        given().spec(client())
                .header("Authorization", "Bearer the-key")
                .when()
                .post("/gateways/SN2/jobs")
                .then()
                .statusCode(201)
                .body("$", aMapWithSize(1))
                .body("at", equalTo("2025-05-20T13:34:57Z"));
    }

    private RequestSpecification client() {
        return given().baseUri(stub.baseUrl().toString()).filter(filter);
    }

    private void start(String replaced, String by) throws IOException, Stub.NotStarted {
        String small = Files.readString(Path.of("src/test/resources/contract/small.yaml"));
        Path changed = Files.writeString(folder.resolve("changed.yaml"), small.replace(replaced, by));
        Contract contract = Contract.load(changed);
        stub = Stub.start(contract, "127.0.0.1", 0, "the-key");
        filter = new ContractFilter(contract).lettingIn("the-key");
    }
}
