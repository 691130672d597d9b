package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A feature that cannot be run as it stands is refused by name, file and line, before anything is sent. */
final class FeatureCheckTest {

    private static final String GOOD =
            """
            Feature: Something
              Rule of thumb, and scenarios as they come: nothing here is a keyword.
            %s
              @something-01
              Scenario: Good
                When the client reads an unknown ping test
                Then the answer is 404 [states/no-ping-test-exists]
            """;

    @TempDir
    private Path features;

    static Stream<Arguments> spoiled() {
        return Stream.of(
                Arguments.of(
                        "  Scenari: Vanishes\n    When the client reads an unknown ping test",
                        "no keyword of Gherkin; Scenario is one: Scenari: Vanishes"),
                Arguments.of(
                        "  scenario: Vanishes\n    When the client reads an unknown ping test",
                        "no keyword of Gherkin; Scenario is one: scenario: Vanishes"),
                Arguments.of(
                        "  Scenario Vanishes\n    When the client reads an unknown ping test",
                        "a colon is missing after the keyword: Scenario Vanishes"),
                Arguments.of(
                        "  Scenario: Loses a step\n    Givne the provider state: no ping test exists\n"
                                + "    When the client reads the ping test",
                        "no keyword of Gherkin; Given is one: Givne the provider state: no ping test exists"),
                Arguments.of("  Scenario: Empty", "the scenario 'Empty' has no steps"),
                Arguments.of(
                        "  Scenario Outline: Without rows\n    When the client reads an unknown ping test\n"
                                + "    Examples:\n      | state |",
                        "the outline 'Without rows' has no rows of examples"),
                Arguments.of(
                        "  Scenario Outline: Without examples\n    When the client reads an unknown ping test",
                        "the outline 'Without examples' has no rows of examples"),
                Arguments.of(
                        "  Scenario: Endless\n    When the client reads an unknown ping test 99999999999 times",
                        "no more than 999 clients or times: the client reads an unknown ping test 99999999999 times"),
                Arguments.of(
                        "  Scenario: Endless\n    When 1000 clients read an unknown ping test at the same time, 1 times each",
                        "no more than 999 clients or times: 1000 clients read an unknown ping test at the same time,"
                                + " 1 times each"),
                Arguments.of("  Scenario: Unknown\n    When the client guesses", "no such step: the client guesses"),
                Arguments.of(
                        "  Scenario: Unknown\n    When the client reads the ping test with a guess",
                        "no such step: the client reads the ping test with a guess"),
                Arguments.of(
                        "  Scenario: Unknown\n    Given the provider state: a ping test sleeps",
                        "the contract has no provider state 'a ping test sleeps'"),
                Arguments.of(
                        "  Scenario: Unknown\n    Given the provider state: a ping test is runing",
                        "the contract has no provider state 'a ping test is runing'; did you mean a ping test is running?"),
                Arguments.of(
                        "  Scenario: Unknown\n    When the client reads an unknown ping test\n"
                                + "    Then it is fine [recieved-within-send]",
                        "the contract has no clause recieved-within-send; ./gate clauses lists them;"
                                + " did you mean received-within-sent?"),
                Arguments.of(
                        "  Scenario: Unknown\n    When the client reads an unknown ping test\n"
                                + "    Then it is fine [getPingTest/responses, no-such-clause]",
                        "the contract has no clause no-such-clause; ./gate clauses lists them"));
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void isRefusedBesideAGoodScenario(String scenario, String problem) throws IOException {
        Files.writeString(features.resolve("some.feature"), GOOD.formatted(scenario));

        GateProcess.Result result = check();

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.console().strip()).matches("gate: .*some\\.feature:\\d+: \\Q" + problem + "\\E");
    }

    @Test
    void whatIsGoodIsRun() throws IOException {
        Files.writeString(features.resolve("some.feature"), GOOD.formatted(""));

        assertThat(check().exit()).as("nobody listens there").isEqualTo(3);
    }

    private GateProcess.Result check() {
        return GateProcess.run(
                "check",
                "--base-url=http://127.0.0.1:1",
                "--features=" + features,
                "--report-dir=" + features.resolve("reports"));
    }
}
