package io.gatewayping.contract;

import com.github.curiousoddman.rgxgen.RgxGen;
import java.math.BigInteger;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * How values of a path parameter are drawn that nobody else uses.
 *
 * @param next draws one
 * @param count how many there are, or more
 */
record FreshValues(Function<RandomGenerator, String> next, BigInteger count) {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";

    /** More than anybody draws. */
    private static final BigInteger ENDLESS = BigInteger.TWO.pow(64);

    /** The next one. */
    String drawn(RandomGenerator random) {
        return next.apply(random);
    }

    /**
     * Those that a pattern has.
     *
     * @throws RuntimeException of whatever kind, here or when one is drawn, where nothing can be drawn by it
     */
    static FreshValues byPattern(String pattern) {
        return new FreshValues(
                random -> new RgxGen(pattern).generate(new Random(random.nextLong())),
                new RgxGen(pattern).getUniqueEstimation().orElse(ENDLESS));
    }

    /** UUIDs of version 4. */
    static FreshValues uuids() {
        return new FreshValues(
                random -> {
                    long most = (random.nextLong() & ~0xf000L) | 0x4000L;
                    long least = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
                    return new UUID(most, least).toString();
                },
                ENDLESS);
    }

    /** Those in the likeness of an example: a letter for a letter, a digit for a digit. */
    static FreshValues like(String example) {
        return new FreshValues(
                random -> {
                    StringBuilder drawn = new StringBuilder();
                    example.chars().forEach(c -> drawn.append(like((char) c, random)));
                    return drawn.toString();
                },
                example.chars()
                        .mapToObj(c -> BigInteger.valueOf(alike((char) c)))
                        .reduce(BigInteger.ONE, BigInteger::multiply));
    }

    private static int alike(char c) {
        boolean isLetter = LETTERS.indexOf(Character.toLowerCase(c)) >= 0;
        return isLetter ? LETTERS.length() : c == '0' ? DIGITS.length() : c >= '1' && c <= '9' ? 9 : 1;
    }

    private static char like(char c, RandomGenerator random) {
        if (c >= '1' && c <= '9') {
            // A number begins with no nought.
            return DIGITS.charAt(1 + random.nextInt(DIGITS.length() - 1));
        }
        if (c == '0') {
            return DIGITS.charAt(random.nextInt(DIGITS.length()));
        }
        if (LETTERS.indexOf(c) >= 0) {
            return LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return c >= 'A' && c <= 'Z' ? Character.toUpperCase(LETTERS.charAt(random.nextInt(LETTERS.length()))) : c;
    }
}
