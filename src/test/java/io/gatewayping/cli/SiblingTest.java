package io.gatewayping.cli;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sibling of the ping test, by a contract and a feature of its own and nothing else: {@code docs/another-operation.md}. */
final class SiblingTest {

    private static final String CONTRACT = "src/test/resources/traceroute/traceroute.yaml";
    private static final String FEATURES = "src/test/resources/traceroute";

    @TempDir
    private Path folder;

    @Test
    void isChecked() {
        GateProcess.Result check = run(
                "check",
                "--features",
                FEATURES,
                "--report-dir",
                folder.resolve("reports").toString());

        assertThat(check.exit()).as(check.console()).isZero();
        assertThat(check.out()).endsWith("CONFORMS\n").doesNotContain("ping");
    }

    @Test
    void isCheckedWhereAnotherParameterAndANumberNameIt() {
        GateProcess.Result check = GateProcess.run(
                "check",
                "--contract",
                "src/test/resources/cable/cable-test.yaml",
                "--features",
                "src/test/resources/cable",
                "--report-dir",
                folder.resolve("reports").toString());

        assertThat(check.exit()).as(check.console()).isZero();
        assertThat(check.out()).endsWith("CONFORMS\n").doesNotContain("ping", "gateway");
    }

    @Test
    void hasItsClauses() {
        GateProcess.Result clauses = run("clauses");

        assertThat(clauses.exit()).isZero();
        assertThat(clauses.out())
                .contains("getTracerouteTest/security", "states/a-traceroute-test-has-completed")
                .contains("output.hops[].probes[].time")
                .doesNotContainIgnoringCase("ping");
    }

    @Test
    void tellsWhatARequestMayBringAndNobodyJudges() throws IOException {
        String id = "{$ref: '#/components/parameters/TaskId'}";
        Path changed = Files.writeString(
                folder.resolve("changed.yaml"),
                Files.readString(Path.of(CONTRACT))
                        .replace(id, id + ", {name: view, in: query, schema: {type: string}}"));
        StringWriter out = new StringWriter();

        Main.run(new PrintWriter(out, true), new PrintWriter(out, true), "clauses", "--contract", changed.toString());

        assertThat(out.toString().lines())
                .contains("no clause: the optional query parameter view of getTracerouteTest, which no check sends;"
                        + " pacts and the stub are held to it");
        assertThat(run("clauses").out()).doesNotContain("no clause:");
    }

    @Test
    void isProven() {
        GateProcess.Result proof = run("prove", "--features", FEATURES);

        assertThat(proof.exit()).as(proof.console()).isZero();
        assertThat(proof.out()).contains(" 0 survivors; ").doesNotContain("SURVIVED");
    }

    @Test
    void isProvenToBeNamedByItsWholePath() {
        GateProcess.Result proof = GateProcess.run(
                "prove",
                "--contract",
                "src/test/resources/cable/cable-test.yaml",
                "--features",
                "src/test/resources/cable",
                "--clause",
                "states/no-cable-test-exists");

        assertThat(proof.exit()).as(proof.console()).isZero();
        assertThat(proof.out()).contains(" 0 survivors; ").doesNotContain("SURVIVED");
    }

    @Test
    void isServedAsItsStubSays() throws InterruptedException {
        StringWriter out = new StringWriter();
        Thread stub = new Thread(() -> Main.run(
                new PrintWriter(out, true), new PrintWriter(out, true), "stub", "--port", "0", "--contract", CONTRACT));
        stub.start();
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> out.toString().contains("Ctrl-C stops it."));

            assertThat(out.toString())
                    .contains("Start a traceroute test", "a traceroute test has completed")
                    .doesNotContain("ping");
            List<String> urls = Pattern.compile("http://[^\\s']+")
                    .matcher(out.toString())
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList();
            RequestSpecification client = given().baseUri(urls.get(0)).header("Authorization", "Bearer stub-token");
            String location = given().spec(client)
                    .contentType("application/json")
                    .body(Map.of("destination", "www.google.com"))
                    .when()
                    .post(urls.get(1))
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("location");
            List<String> seen = new ArrayList<>();
            for (int poll = 0; poll < 2; poll++) {
                seen.add(given().spec(client).when().get(location).path("status"));
            }
            assertThat(seen).containsExactly("INITIATED", "RUNNING");
            given().spec(client)
                    .when()
                    .get(location)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("COMPLETED"))
                    .body("output.hops.probes.flatten().time", hasItems("1 ms", "*", "null"));
        } finally {
            stub.interrupt();
            stub.join(Duration.ofMinutes(1).toMillis());
        }
        assertThat(stub.isAlive()).isFalse();
    }

    private static GateProcess.Result run(String... args) {
        return GateProcess.run(Stream.concat(Stream.of(args), Stream.of("--contract", CONTRACT))
                .toArray(String[]::new));
    }
}
