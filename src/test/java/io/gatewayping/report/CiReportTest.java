package io.gatewayping.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import io.gatewayping.gate.Acceptance;
import io.gatewayping.gate.Reproduction;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.ScenarioName;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.gate.Seed;
import io.gatewayping.judge.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CI servers are shown, and that a provider cannot speak to them. */
final class CiReportTest {

    private static final String EVIL = "\"a, b: 100%\\n::error::x | <b> `c` ![d](http://e)\"";

    @TempDir
    private Path folder;

    private final Contract contract = Contract.builtIn();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void gitHubIsToldOfEachFindingInOneLine() {
        tell(Map.of("GITHUB_ACTIONS", "true"));

        assertThat(out.toString())
                .isEqualToIgnoringNewLines("::error title=rate-matches-counts::/output/successRatePercent%3A wrong%3A "
                        + "\"a%2C b%3A 100%25\\n%3A%3Aerror%3A%3Ax | <b> `c` ![d](http%3A//e)\"");
    }

    @Test
    void azureAndTeamCityAreToldInTheirWords() {
        tell(Map.of("TF_BUILD", "True"));
        tell(Map.of("TEAMCITY_VERSION", "2026.1"));

        assertThat(out.toString().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("##vso[task.logissue type=error]rate-matches-counts "))
                .anyMatch(line -> line.startsWith("##teamcity[buildProblem description='rate-matches-counts ")
                        && line.contains("!|[d|](http")
                        && line.endsWith("']"));
    }

    @Test
    void nobodyIsToldAnythingWhereNoServerIsKnown() {
        tell(Map.of());

        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theSummaryIsAddedToAndIsTextOnly() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary.md"), "before\n");
        tell(Map.of("GITHUB_STEP_SUMMARY", summary.toString()));

        assertThat(Files.readString(summary))
                .startsWith("before\n## DOES_NOT_CONFORM\n")
                .contains("| rate&#45;matches&#45;counts |")
                .doesNotContain("<b>", "`", "![", "::error");
    }

    @Test
    void theSummaryTellsWhatIsBrokenBeforeWhatWasNotJudged() throws IOException {
        Path summary = folder.resolve("summary.md");
        List<String> reasons =
                IntStream.range(0, 60).mapToObj(number -> "reason " + number).toList();
        tell(Map.of("GITHUB_STEP_SUMMARY", summary.toString()), reasons);

        assertThat(Files.readString(summary))
                .containsSubsequence(
                        "| rate&#45;matches&#45;counts |",
                        "\n\n- could not be judged: reason 0\n- could not be judged: reason 1\n",
                        "reason 49\n\nand 10 more\n")
                .doesNotContain("reason 50");
    }

    @Test
    void aSummaryThatCannotBeWrittenIsToldAndNoMore() {
        tell(Map.of("GITHUB_STEP_SUMMARY", folder.toString()));

        assertThat(err.toString())
                .startsWith("gate: the summary could not be written")
                .hasLineCount(1);
    }

    private void tell(Map<String, String> environment) {
        tell(environment, List.of());
    }

    private void tell(Map<String, String> environment, List<String> reasons) {
        Finding finding = new Finding("rate-matches-counts", "/output/successRatePercent", "wrong", EVIL, null);
        ScenarioResult scenario = new ScenarioResult(
                new ScenarioName("results.feature", "results.feature:1", "a scenario", List.of()),
                Set.of(finding.clause()),
                Set.of(finding.clause()),
                List.of(finding),
                List.of(),
                List.of(),
                false,
                List.of(),
                new Reproduction(List.of(), List.of()));
        Circumstances circumstances = new Circumstances(
                "http://127.0.0.1:1", contract, "1", Map.of(), "", List.of(), "GATE_TOKEN", Instant.EPOCH);
        new CiReport(circumstances, environment, new PrintWriter(out, true), new PrintWriter(err, true))
                .runEnded(new RunResult(
                        List.of(scenario),
                        contract.clauses(),
                        reasons,
                        Acceptance.NOTHING,
                        0,
                        Duration.ZERO,
                        new Seed(1),
                        Map.of()));
    }
}
