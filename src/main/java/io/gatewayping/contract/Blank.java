package io.gatewayping.contract;

import io.gatewayping.pattern.LinearPattern;

/** Tells a text in which a reader sees nothing. The contract has it as a pattern of its own wherever it demands words. */
final class Blank {

    /** What is seen: all but space, controls, what is unassigned or private, marks alone, and what looks like none. */
    private static final LinearPattern SEEN = new LinearPattern(
            "[^\\p{Z}\\p{C}\\p{M}\\u115F\\u1160\\u2800\\u3164\\uFFA0\\uFFFC\\u{1D159}\\u{13441}\\u{13442}]");

    private Blank() {}

    static boolean is(String text) {
        return !SEEN.matches(text);
    }
}
