package io.gatewayping.contract;

import java.util.List;

/** Patterns of one list of the contract: a text is told by any of them. */
record Patterns(List<LinearPattern> patterns) {

    boolean tell(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(text));
    }
}
