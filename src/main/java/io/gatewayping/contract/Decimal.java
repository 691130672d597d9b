package io.gatewayping.contract;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as rules reckon with it: exact, however many digits it has. How many are reckoned with is bounded, so that one
 * answer cannot keep the judge busy; they are compared whatever their size.
 *
 * @param value with trailing noughts, as the case may be: to cut off thousands takes long
 */
record Decimal(BigDecimal value) implements Comparable<Decimal> {

    private static final int MOST_DIGITS = 10_000;
    private static final Pattern PLAIN = Pattern.compile("([+-]?)([0-9]+)(?:\\.([0-9]+))?");

    /**
     * The number that a value is or spells in plain decimal digits.
     *
     * @throws IllegalArgumentException when it does neither
     */
    static Decimal of(Object value) {
        if (value instanceof Decimal decimal) {
            return decimal;
        }
        if (value instanceof Number number) {
            return new Decimal(new BigDecimal(number.toString()));
        }
        if (value instanceof String text) {
            Matcher numeral = PLAIN.matcher(text);
            if (numeral.matches()) {
                return new Decimal(new BigDecimal(text.length() <= MOST_DIGITS ? text : held(numeral)));
            }
        }
        throw new IllegalArgumentException("no number in plain decimal digits");
    }

    /**
     * What a numeral that is too long to be reckoned with is taken for: another one, on the same side of every number that
     * can be.
     */
    private static String held(Matcher numeral) {
        String sign = numeral.group(1);
        String whole = numeral.group(2).replaceFirst("^0+", "");
        String fraction = Objects.requireNonNullElse(numeral.group(3), "");
        if (whole.length() > MOST_DIGITS) {
            return sign + "1E" + MOST_DIGITS;
        }
        int room = Math.max(1, MOST_DIGITS - whole.length());
        if (fraction.length() > room) {
            boolean more = fraction.chars().skip(room - 1L).anyMatch(digit -> digit != '0');
            fraction = fraction.substring(0, room - 1) + (more ? "1" : "0");
        }
        return sign + "0" + whole + (fraction.isEmpty() ? "" : "." + fraction);
    }

    static boolean isNumber(Object value) {
        return value instanceof Decimal || value instanceof Number;
    }

    Decimal plus(Decimal other) {
        return new Decimal(bounded().add(other.bounded()));
    }

    Decimal minus(Decimal other) {
        return new Decimal(bounded().subtract(other.bounded()));
    }

    Decimal times(Decimal other) {
        return new Decimal(bounded().multiply(other.bounded()));
    }

    Decimal distance(Decimal other) {
        return new Decimal(minus(other).value.abs());
    }

    /** Whether two numerals say the same to the digit that both have: 6.9694 and 6.969 do, 200.873 and 200.874 do not. */
    static boolean agree(String left, String right) {
        BigDecimal digit = BigDecimal.ONE.movePointLeft(Math.min(fractionDigits(left), fractionDigits(right)));
        return of(left).distance(of(right)).value.compareTo(digit) < 0;
    }

    private static int fractionDigits(String numeral) {
        int point = numeral.indexOf('.');
        return point < 0 ? 0 : numeral.length() - point - 1;
    }

    private BigDecimal bounded() {
        return isBounded(value) ? value : boundedWithoutNoughts(value.stripTrailingZeros());
    }

    private static BigDecimal boundedWithoutNoughts(BigDecimal value) {
        if (!isBounded(value)) {
            throw new ArithmeticException("more than " + MOST_DIGITS + " digits");
        }
        return value;
    }

    private static boolean isBounded(BigDecimal value) {
        return Math.max(value.precision(), Math.abs((long) value.scale())) <= MOST_DIGITS;
    }

    @Override
    public int compareTo(Decimal other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Decimal decimal && compareTo(decimal) == 0;
    }

    @Override
    public int hashCode() {
        return value.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return value.stripTrailingZeros().toString();
    }
}
