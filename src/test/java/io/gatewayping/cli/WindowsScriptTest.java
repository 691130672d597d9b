package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the two scripts have in common. What {@code gate.cmd} does, only Windows can show. */
final class WindowsScriptTest {

    @Test
    void theGateIsToldTheSame() throws IOException {
        String script = Files.readString(Path.of("gate"));
        String windows = Files.readString(Path.of("gate.cmd"));

        assertThat(Pattern.compile("-Dgate\\.[a-z-]+=")
                        .matcher(script)
                        .results()
                        .map(MatchResult::group))
                .hasSizeGreaterThan(3)
                .allMatch(windows::contains);
    }

    @Test
    void itsLinesEndAsWindowsReadsThem() throws IOException {
        assertThat(Files.readString(Path.of("gate.cmd"))).doesNotContainPattern("(?<!\r)\n");
    }
}
