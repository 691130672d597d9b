package io.gatewayping.report;

import io.gatewayping.gate.Verdict;

/**
 * Colours words where a terminal shows them.
 *
 * @param terminal whether one does
 */
record Colour(boolean terminal) {

    String green(String words) {
        return in(32, words);
    }

    String red(String words) {
        return in(31, words);
    }

    String yellow(String words) {
        return in(33, words);
    }

    String of(Verdict verdict) {
        return switch (verdict) {
            case CONFORMS -> green(verdict.name());
            case DOES_NOT_CONFORM -> red(verdict.name());
            case INCONCLUSIVE -> yellow(verdict.name());
        };
    }

    private String in(int code, String words) {
        return terminal ? "\u001b[" + code + "m" + words + "\u001b[0m" : words;
    }
}
