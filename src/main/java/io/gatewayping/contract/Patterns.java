package io.gatewayping.contract;

import java.util.List;

/** Patterns of one list of the contract: a text is told by any of them, or its beginning, when it is longer than any message. */
record Patterns(List<LinearPattern> patterns) {

    private static final int LONGEST = 16 << 10;

    boolean tell(String text) {
        String told = text.substring(0, Math.min(text.length(), LONGEST));
        return patterns.stream().anyMatch(pattern -> pattern.matches(told));
    }
}
