package io.gatewayping.report;

import io.gatewayping.judge.Finding;

/** Findings in words. */
final class Told {

    private Told() {}

    /** Where, in words. */
    static String place(Finding finding) {
        return finding.place().isEmpty() ? "the whole answer" : finding.place();
    }

    /** What is wrong and what was there, in one line. */
    static String sentence(Finding finding) {
        return finding.wrong() + (finding.wrong().startsWith("expected: ") ? "; was: " : ": ") + finding.actual();
    }
}
