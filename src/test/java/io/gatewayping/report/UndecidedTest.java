package io.gatewayping.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import io.gatewayping.gate.Acceptance;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.Seed;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A reason may quote a provider. */
final class UndecidedTest {

    @Test
    void nothingOfAReasonIsMarkup() throws IOException {
        Contract contract = Contract.builtIn();
        RunResult run = new RunResult(
                List.of(),
                contract.clauses(),
                List.of("<script>\"'&\u0000\u001b]]>\n\ud800"),
                Acceptance.NOTHING,
                0,
                Duration.ZERO,
                new Seed(1),
                Map.of());
        Evidence evidence = Evidence.of(
                run, new Circumstances("nobody", contract, "1", Map.of(), "", List.of(), "GATE_TOKEN", Instant.EPOCH));

        assertThat(written(new HtmlReport(), evidence))
                .contains("<li>&lt;script&gt;\"'&amp;\\u0000\\u001B]]&gt;\\n\\uD800</li>");
        assertThat(written(new JunitReport(), evidence))
                .contains("message=\"&lt;script&gt;&quot;'&amp;\\u0000\\u001B]]&gt;\\n\\uD800\"");
    }

    private static String written(Report report, Evidence evidence) throws IOException {
        StringWriter out = new StringWriter();
        report.write(evidence, out);
        return out.toString();
    }
}
