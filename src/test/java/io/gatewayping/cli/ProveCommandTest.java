package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code gate prove} prints, and what it exits with. */
final class ProveCommandTest {

    private static final String CLAUSE = "PingTest/properties/progressPercent/minimum";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void oneClauseIsShownWithWhatWasExchanged() {
        assertThat(run("--clause", CLAUSE)).isZero();

        assertThat(out.toString())
                .contains("killed      " + CLAUSE + ": past the bound: /progressPercent = -1\n")
                .contains("equivalent  " + CLAUSE + ": at the bound: /progressPercent = 0\n")
                .contains("  it breaks nothing: the bound itself is allowed\n")
                .contains("  GET with valid token: 200 [application/json] {")
                .contains("\n12 counterexamples, 8 killed, 4 equivalent, 0 survivors; 1 of 1 clauses proven, ");
    }

    @Test
    void programsReadTheFigures() {
        assertThat(run("--clause", CLAUSE, "--json")).isZero();

        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.propertyNames())
                .containsExactly(
                        "counterexamples",
                        "killed",
                        "equivalent",
                        "survivors",
                        "stale",
                        "unproven",
                        "classes",
                        "seconds",
                        "oddities",
                        "refused");
        assertThat(report.path("classes").toString())
                .isEqualTo("[{\"name\":\"schema\",\"clauses\":1,\"counterexamples\":12,\"killed\":8,"
                        + "\"equivalent\":4,\"survivors\":0}]");
    }

    @Test
    void aStaleJustificationFailsByName() throws IOException {
        String contract = Files.readString(Path.of("openapi/gateway-ping.yaml"));
        Path spoiled = Files.writeString(
                folder.resolve("contract.yaml"),
                contract.replace("mutations: [a digit more]", "mutations: [a digit more, empty]"));

        assertThat(run("--clause", CLAUSE, "--contract", spoiled.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("\nstale: /x-equivalents/1: 'empty' of PingResult/properties/*/pattern breaks "
                        + "PingResult/properties/destination/pattern on /output/destination = \"\"\n");
    }

    @Test
    void featuresThatTheStubDoesNotPassProveNothing() throws IOException {
        Files.writeString(
                folder.resolve("wrong.feature"),
                """
                Feature: Wrong
                  Scenario: Of another state
                    Given the provider state: a ping test has failed
                    When the client reads the ping test
                    Then it is COMPLETED [PingTest/then/required/output]
                """);

        assertThat(run("--features", folder.toString())).isEqualTo(3);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualTo("gate: nothing is proven, since the stub itself does not pass these features: "
                        + "wrong.feature: Of another state: nothing was there to judge the clause "
                        + "PingTest/then/required/output by: it speaks of answers such as 'completed' (200 COMPLETED); "
                        + "answered here: 200 FAILED\n");
    }

    private int run(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "prove";
        System.arraycopy(args, 0, all, 1, args.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }
}
