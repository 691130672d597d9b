package io.gatewayping.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.gate.Acceptance;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reason may quote a provider. */
final class NothingRunReportTest {

    @TempDir
    private Path folder;

    @Test
    void nothingOfAReasonIsMarkup() throws IOException {
        Path html = folder.resolve("report.html");
        Path junit = folder.resolve("junit.xml");

        new NothingRunReport(html, junit)
                .runEnded(new RunResult(
                        List.of(),
                        List.of(),
                        List.of("<script>\"'&\u0000\u001b]]>\n\ud800"),
                        Acceptance.NOTHING,
                        0,
                        Duration.ZERO,
                        new Seed(1)));

        assertThat(html).content().contains("<p>&lt;script&gt;\"'&amp;\\u0000\\u001B]]&gt;\\n\\uD800</p>");
        assertThat(junit).content().contains("message=\"&lt;script&gt;&quot;'&amp;\\u0000\\u001B]]&gt;\\n\\uD800\"");
    }
}
