package io.gatewayping.contract;

import com.github.curiousoddman.rgxgen.RgxGen;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** How values of a path parameter are drawn that nobody else uses. */
interface FreshValues {

    String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    String DIGITS = "0123456789";

    /** The next one. */
    String drawn(RandomGenerator random);

    /** Those that a pattern has. */
    static FreshValues byPattern(String pattern) {
        return random -> new RgxGen(pattern).generate(new Random(random.nextLong()));
    }

    /** UUIDs of version 4. */
    static FreshValues uuids() {
        return random -> {
            long most = (random.nextLong() & ~0xf000L) | 0x4000L;
            long least = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
            return new UUID(most, least).toString();
        };
    }

    /** Those in the likeness of an example: a letter for a letter, a digit for a digit. */
    static FreshValues like(String example) {
        return random -> {
            StringBuilder drawn = new StringBuilder();
            example.chars().forEach(c -> drawn.append(like((char) c, random)));
            return drawn.toString();
        };
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
