package io.gatewayping.report;

import io.gatewayping.exchange.Excerpt;
import java.io.PrintWriter;

/** One line on a terminal that says what is going on, and is gone when something is printed. Elsewhere there is none. */
final class StatusLine {

    private static final String TO_THE_START = "\r\u001b[K";

    /** No terminal is narrower, and a line that goes on in the next one could not be taken away. */
    private static final int WIDTH = 79;

    private final PrintWriter out;
    private final boolean terminal;
    private boolean shown;

    StatusLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(String words) {
        if (terminal) {
            out.print(TO_THE_START + (words.length() > WIDTH ? Excerpt.beginning(words, WIDTH - 1) + "…" : words));
            out.flush();
            shown = true;
        }
    }

    void clear() {
        if (shown) {
            out.print(TO_THE_START);
            shown = false;
        }
    }
}
