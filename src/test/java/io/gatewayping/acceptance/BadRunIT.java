package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run leaves behind when nearly everything is wrong: it can still be opened, and it is the same each time. */
final class BadRunIT {

    private static final String BROKEN_IN_MANY_WAYS = "200 with the body of an error";
    private static final String TIME =
            "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|\\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]+ GMT|\"duration\" : \"[\\d.]+ s\"";
    private static final int TWO_MEGABYTES = 2_000_000;

    @TempDir
    private Path reports;

    @Test
    void theReportOfHundredsOfFindingsOpensAtOnce() throws IOException {
        try (OneAnswerProvider provider = OneAnswerProvider.wrongInManyWays()) {
            GateProcess.Result run = GateProcess.run(
                    "check",
                    "--quiet",
                    "--base-url=" + provider.baseUrl(),
                    "--poll-deadline=1s",
                    "--report-dir=" + reports);

            assertThat(run.exit()).isEqualTo(1);
        }
        assertThat(read("verdict.json").path("findings").size()).isGreaterThan(200);
        assertThat(Files.size(reports.resolve("report.html"))).isLessThan(TWO_MEGABYTES);
        assertThat(reports.resolve("report.html")).content().contains("gate replay exchanges.har --finding ");
    }

    @Test
    void theSameAnswersGiveTheSameFindings() throws IOException {
        Breach breach = Breach.all()
                .filter(it -> it.name().equals(BROKEN_IN_MANY_WAYS))
                .findFirst()
                .orElseThrow();
        try (PingProvider provider = PingProvider.start(breach.tampering(), System.getenv("GATE_TOKEN"))) {
            List<String> first = findings(provider);

            assertThat(first.get(0)).contains("\"clause\"");
            assertThat(findings(provider)).isEqualTo(first);
        }
    }

    private List<String> findings(PingProvider provider) throws IOException {
        GateProcess.run(
                "check",
                "--quiet",
                "--seed=7",
                "--base-url=" + provider.baseUrl(),
                "--state-url=" + provider.stateUrl(),
                "--report-dir=" + reports);
        return List.of(
                read("verdict.json").path("findings").toPrettyString().replaceAll(TIME, "…"),
                Files.readString(reports.resolve("findings.sarif")).replaceAll(TIME, "…"));
    }

    private JsonNode read(String report) {
        return JsonMapper.shared().readTree(reports.resolve(report));
    }
}
