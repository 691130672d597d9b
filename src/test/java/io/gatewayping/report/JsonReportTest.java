package io.gatewayping.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verdict for programs, as a run against the stub leaves it: the README documents these members. */
final class JsonReportTest {

    @TempDir
    private static Path reports;

    private static JsonNode verdict;

    @BeforeAll
    static void judgeTheStub() {
        assertThat(GateProcess.run("check", "--quiet", "--report-dir", reports.toString())
                        .exit())
                .isZero();
        verdict = JsonMapper.shared().readTree(reports.resolve("verdict.json").toFile());
    }

    @Test
    void hasTheDocumentedMembers() {
        assertThat(verdict.propertyNames())
                .containsExactly(
                        "verdict",
                        "judged",
                        "inconclusive",
                        "findings",
                        "clauses",
                        "scenarios",
                        "exchanges",
                        "seconds",
                        "seed",
                        "requests",
                        "line",
                        "notExercised",
                        "notes",
                        "staleKnown");
        assertThat(verdict.path("clauses").path(0).propertyNames())
                .containsExactly("id", "place", "basis", "text", "supporting", "exercised", "outcome");
        assertThat(verdict.path("judged").propertyNames())
                .containsExactly(
                        "provider",
                        "contract",
                        "contractVersion",
                        "contractSha256",
                        "gate",
                        "java",
                        "options",
                        "filter",
                        "start",
                        "requests");
        assertThat(verdict.path("scenarios").path(0).propertyNames())
                .containsExactly(
                        "feature",
                        "name",
                        "verdict",
                        "tag",
                        "tags",
                        "location",
                        "claims",
                        "findingsOfOtherClaims",
                        "inconclusive",
                        "notExercised",
                        "leavesOut");
        assertThat(verdict.path("exchanges").path(0).propertyNames())
                .containsExactly(
                        "method",
                        "url",
                        "credential",
                        "status",
                        "headers",
                        "body",
                        "failure",
                        "malformed",
                        "start",
                        "milliseconds",
                        "feature",
                        "scenario");
    }

    @Test
    void tellsTheTagOfEachScenarioAndHowManyRequestsWereSent() {
        List<String> tags = verdict.path("scenarios")
                .valueStream()
                .map(scenario -> scenario.path("tag").asString())
                .toList();

        assertThat(tags).contains("@access-01", "@steady-04");
        assertThat(verdict.path("requests").asInt())
                .isBetween(verdict.path("exchanges").size() + 1, 565);
    }

    @Test
    void everyClauseOfTheOperationUnderTestIsExercised() {
        List<String> left = verdict.path("clauses")
                .valueStream()
                .filter(clause -> !clause.path("supporting").asBoolean())
                .filter(clause -> !clause.path("exercised").asBoolean())
                .map(clause -> clause.path("id").asString())
                .toList();

        assertThat(verdict.path("verdict").asString()).isEqualTo("CONFORMS");
        assertThat(left).isEmpty();
    }
}
