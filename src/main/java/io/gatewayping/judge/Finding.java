package io.gatewayping.judge;

import io.gatewayping.exchange.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One clause broken once.
 *
 * @param clause the id of the clause
 * @param place where in the response: a JSON Pointer into the body, {@code status}, {@code header Name}, or a part of the message
 * @param wrong what is wrong, in words: the message of a rule, or what was expected
 * @param actual what was there, escaped and cut
 * @param exchange the exchange that showed it, or null where nothing was exchanged
 */
public record Finding(String clause, String place, String wrong, String actual, @Nullable Exchange exchange) {

    private static final String EXPECTED = "expected: ";

    /** One that is told by what was expected instead. */
    public static Finding expecting(
            String clause, String place, String expected, String actual, @Nullable Exchange exchange) {
        return new Finding(clause, place, EXPECTED + expected, actual, exchange);
    }

    /** All of it in words, in lines. */
    public String words() {
        return clause + " at " + (place.isEmpty() ? "the whole" : place) + "\n  wrong:    " + wrong + "\n  actual:   "
                + actual;
    }

    /** What the clause demands, in words. */
    public String expected() {
        return wrong.startsWith(EXPECTED) ? wrong.substring(EXPECTED.length()) : "not that " + wrong;
    }
}
