package io.gatewayping.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import io.gatewayping.gate.Acceptance;
import io.gatewayping.gate.Reproduction;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.ScenarioName;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.gate.Seed;
import io.gatewayping.gate.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A reason may quote a provider. */
final class UndecidedTest {

    @Test
    void nothingOfAReasonIsMarkup() throws IOException {
        Evidence evidence = evidence(List.of(), "<script>\"'&\u0000\u001b]]>\n\ud800");

        assertThat(written(new HtmlReport(), evidence))
                .contains("<li>&lt;script&gt;\"'&amp;\\u0000\\u001B]]&gt;\\n\\uD800</li>");
        assertThat(written(new JunitReport(), evidence))
                .contains("message=\"&lt;script&gt;&quot;'&amp;\\u0000\\u001B]]&gt;\\n\\uD800\"");
    }

    @Test
    void aRunThatCouldNotBeginHasNoScenario() throws IOException {
        ScenarioResult before = new ScenarioResult(
                new ScenarioName("", "", "before the first scenario", List.of()),
                Set.of(),
                Set.of(),
                List.of(),
                List.of("no answer"),
                List.of(),
                false,
                List.of(),
                new Reproduction(List.of(), List.of()));
        Evidence evidence = evidence(List.of(before), "nobody is there");

        assertThat(written(new HtmlReport(), evidence))
                .contains("<li>no scenario was run</li>")
                .doesNotContain("scenarios broken");
        assertThat(evidence.run().inconclusive())
                .containsExactly("nobody is there", "before the first scenario: no answer");
        assertThat(Summary.of(evidence))
                .contains("\nno scenario was run, 0 findings, ")
                .doesNotContain("broken");
    }

    @Test
    void aRunOfWhichNothingCouldBeBroughtAboutSaysSo() throws IOException {
        ScenarioResult notExercised = new ScenarioResult(
                new ScenarioName("a.feature", "a.feature:1", "a scenario", List.of()),
                Set.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of("nobody can"),
                false,
                List.of(),
                new Reproduction(List.of(), List.of()));
        Evidence evidence = evidence(List.of(notExercised));

        assertThat(evidence.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(written(new HtmlReport(), evidence)).contains("<li>no scenario could be exercised</li>");
        assertThat(written(new JunitReport(), evidence))
                .contains("errors=\"1\"", "message=\"no scenario could be exercised\"");
        assertThat(written(new JsonReport(), evidence)).containsOnlyOnce("no scenario could be exercised");
    }

    private static Evidence evidence(List<ScenarioResult> scenarios, String... reasons) {
        Contract contract = Contract.builtIn();
        RunResult run = new RunResult(
                scenarios,
                contract.clauses(),
                List.of(reasons),
                Acceptance.NOTHING,
                0,
                Duration.ZERO,
                new Seed(1),
                Map.of());
        return Evidence.of(
                run, new Circumstances("nobody", contract, "1", Map.of(), "", List.of(), "GATE_TOKEN", Instant.EPOCH));
    }

    private static String written(Report report, Evidence evidence) throws IOException {
        StringWriter out = new StringWriter();
        report.write(evidence, out);
        return out.toString();
    }
}
