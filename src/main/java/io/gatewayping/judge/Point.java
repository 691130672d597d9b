package io.gatewayping.judge;

import io.gatewayping.exchange.Excerpt;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The part of a text that breaks a rule, found by taking away what does not matter, so that it is never cut out of sight. */
final class Point {

    /** Each try judges a part of the text: of a longer one, the beginning has to do. */
    private static final int LONGEST = 32 << 10;

    /** A longer text is tried in parts of this length first, which takes hardly longer than to judge it as a whole. */
    private static final int PART = 2 << 10;

    /** How much of each part stands in the next one as well. */
    private static final int OVERLAP = PART / 4;

    private Point() {}

    /**
     * The least part of a text that still breaks the rule, with the text around it.
     *
     * @param broken whether a part breaks the rule, as the whole does
     */
    static String shown(String text, Predicate<String> broken) {
        if (text.length() > LONGEST) {
            return Excerpt.of(text);
        }
        int from = 0;
        while (text.length() - from > PART && !broken.test(Excerpt.beginning(text.substring(from), PART))) {
            from = Excerpt.border(text, from + PART - OVERLAP);
        }
        String part = Excerpt.beginning(text.substring(from), PART);
        if (from > 0 && !broken.test(part)) {
            // What breaks the rule is longer than what two parts have in common.
            return Excerpt.of(text);
        }
        int end = from + least(part.length(), length -> broken.test(Excerpt.beginning(part, length)));
        int start = from;
        int length = least(end - start, last -> broken.test(text.substring(Excerpt.border(text, end - last), end)));
        return Excerpt.around(text, end - length, end);
    }

    /** The least number that will do, when all greater ones do. */
    private static int least(int most, IntPredicate does) {
        int low = 0;
        int high = most;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (does.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }
}
