package io.gatewayping.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class StatusLineTest {

    private static final String TO_THE_START = "\r\u001b[K";

    private final StringWriter out = new StringWriter();

    @Test
    void isReplacedAndTakenAwayOnATerminal() {
        StatusLine status = new StatusLine(new PrintWriter(out), true);

        status.show("1 poll");
        status.show("2 polls");
        status.clear();
        status.clear();

        assertThat(out.toString()).isEqualTo(TO_THE_START + "1 poll" + TO_THE_START + "2 polls" + TO_THE_START);
    }

    @Test
    void isNeverLongerThanALine() {
        new StatusLine(new PrintWriter(out), true).show("a".repeat(100));

        assertThat(out.toString()).isEqualTo(TO_THE_START + "a".repeat(78) + "…");
    }

    @Test
    void isNowhereElse() {
        StatusLine status = new StatusLine(new PrintWriter(out), false);

        status.show("1 poll");
        status.clear();

        assertThat(out.toString()).isEmpty();
    }
}
