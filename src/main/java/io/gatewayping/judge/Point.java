package io.gatewayping.judge;

import io.gatewayping.exchange.Excerpt;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The part of a text that breaks a rule, found by taking away what does not matter, so that it is never cut out of sight. */
final class Point {

    /** Each try judges a part of the text: of a longer one, the beginning has to do. */
    private static final int LONGEST = 32 << 10;

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
        int end = least(text.length(), length -> broken.test(Excerpt.beginning(text, length)));
        int length = least(end, last -> broken.test(text.substring(Excerpt.border(text, end - last), end)));
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
