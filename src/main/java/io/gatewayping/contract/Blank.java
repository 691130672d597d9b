package io.gatewayping.contract;

/** Tells a text in which a reader sees nothing. The contract has it as a pattern of its own wherever it demands words. */
final class Blank {

    /** What is seen: all but space, controls, what is unassigned or private, marks alone, and what looks like none. */
    private static final LinearPattern SEEN = new LinearPattern(
            "[^\\p{Z}\\p{C}\\p{M}\\x{115F}\\x{1160}\\x{2800}\\x{3164}\\x{FFA0}\\x{FFFC}\\x{1D159}\\x{13441}\\x{13442}]");

    private Blank() {}

    static boolean is(String text) {
        return !SEEN.matches(text);
    }
}
