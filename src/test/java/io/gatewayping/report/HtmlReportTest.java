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
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the page says first, and how its figures are to be read. */
final class HtmlReportTest {

    private static final String FINDINGS = "<h2 id=\"findings\">";
    private static final String UNDECIDED = "<h2 id=\"undecided\">";
    private static final ScenarioResult BROKEN = scenario(
            "breaks",
            List.of(new Finding("rate-matches-counts", "/output/successRatePercent", "wrong", "\"1\"", null)),
            List.of());
    private static final ScenarioResult NOT_JUDGED = scenario("is not judged", List.of(), List.of("a reason"));

    private static final ScenarioResult NOT_EXERCISED = new ScenarioResult(
            NOT_JUDGED.scenario(),
            Set.of(),
            Set.of(),
            List.of(),
            List.of(),
            List.of("a reason"),
            false,
            List.of(),
            NOT_JUDGED.reproduction());

    private final Contract contract = Contract.builtIn();

    @Test
    void whatIsWrongComesBeforeWhatCouldNotBeJudged() throws IOException {
        assertThat(page(BROKEN, NOT_JUDGED))
                .containsSubsequence(
                        ">DOES_NOT_CONFORM<",
                        "href=\"#findings\"",
                        "href=\"#undecided\"",
                        FINDINGS,
                        UNDECIDED,
                        "timelines\">");
    }

    @Test
    void whatCouldNotBeJudgedComesFirstWhereItIsTheReason() throws IOException {
        assertThat(page(NOT_JUDGED))
                .containsSubsequence(
                        ">INCONCLUSIVE<", "href=\"#undecided\"", "href=\"#findings\"", UNDECIDED, FINDINGS);
        assertThat(page(BROKEN)).doesNotContain("#undecided");
    }

    @Test
    void theHeadTellsWhenHowLongAndOfWhom() throws IOException {
        String page = page(BROKEN);

        assertThat(page.substring(0, page.indexOf("<details>")))
                .contains(
                        "<time datetime=\"2026-11-27T03:30:16Z\">2026-11-27T03:30:16Z</time>",
                        "<time datetime=\"PT1M1.407S\">61.4 s</time>",
                        "http://127.0.0.1:1");
    }

    @Test
    void everyFigureNamesItsUnit() throws IOException {
        assertThat(page(BROKEN, NOT_JUDGED))
                .contains("<b>1</b> of 2 scenarios broken", "<b>1</b> scenario not judged", "<b>1</b> request<");
        assertThat(page(NOT_JUDGED, NOT_JUDGED)).contains("<b>2</b> scenarios not judged");
        assertThat(page(NOT_EXERCISED))
                .contains("<b>1</b> scenario not exercised", "<dt>scenarios not exercised</dt><dd>1</dd>");
    }

    @Test
    void theClausesAddUp() throws IOException {
        int all = contract.clauses().size();
        long supporting = contract.clauses().stream()
                .filter(clause -> clause.supporting())
                .count();

        assertThat(page(BROKEN))
                .contains("Each of the " + all + " clauses of the contract counts once: 1 broken + "
                        + (all - supporting - 1) + " not exercised + " + supporting
                        + " not exercised, of the supporting operation.");
    }

    @Test
    void aLongNameMayEndALineBehindWhatJoinsItsWords() throws IOException {
        assertThat(page(BROKEN))
                .contains(
                        "<th scope=\"row\">rate-<wbr>matches-<wbr>counts</th>",
                        "<th scope=\"row\">PingTest/<wbr>then/<wbr>required/<wbr>endTime</th>",
                        "value=\"rate-matches-counts\"");
        assertThat(page(scenario("x", List.of(), List.of("of <b>/<i>x</i> after 1.0 s and a/b"))))
                .contains("<li>of &lt;b&gt;/&lt;i&gt;x&lt;/i&gt; after 1.0 s and a/<wbr>b");
    }

    private static ScenarioResult scenario(String name, List<Finding> findings, List<String> inconclusive) {
        return new ScenarioResult(
                new ScenarioName("results.feature", "results.feature:1", name, List.of()),
                Set.of("rate-matches-counts"),
                findings.isEmpty() ? Set.of() : Set.of("rate-matches-counts"),
                findings,
                inconclusive,
                List.of(),
                false,
                List.of(),
                new Reproduction(List.of(), List.of()));
    }

    private String page(ScenarioResult... scenarios) throws IOException {
        RunResult run = new RunResult(
                List.of(scenarios),
                contract.clauses(),
                List.of(),
                Acceptance.NOTHING,
                1,
                Duration.ofMillis(61_407),
                new Seed(1),
                Map.of());
        Circumstances circumstances = new Circumstances(
                "http://127.0.0.1:1",
                contract,
                "1",
                Map.of(),
                "",
                List.of(),
                "GATE_TOKEN",
                Instant.parse("2026-11-27T03:30:16.016435680Z"));
        StringWriter out = new StringWriter();
        new HtmlReport().write(Evidence.of(run, circumstances), out);
        return out.toString().replaceFirst("(?s).*<body>", "");
    }
}
