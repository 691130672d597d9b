package io.gatewayping.pattern;

import io.gatewayping.pattern.PatternPart.Border;
import java.util.List;

/**
 * How long the texts are that a pattern finds something in: never shorter than {@code least}, never longer than {@code most}.
 * Both are sure, and neither need be reached.
 *
 * @param least how many characters there are at least
 * @param most how many there are at most, or {@link #ENDLESS}
 */
public record PatternLength(long least, long most) {

    /** No bound, or more than any bound of a contract. */
    public static final long ENDLESS = PatternPart.ENDLESS;

    /** That of any text. */
    public static final PatternLength ANY = new PatternLength(0, ENDLESS);

    private static final PatternLength NOTHING = new PatternLength(0, 0);
    private static final PatternLength CHARACTER = new PatternLength(1, 1);

    /** That of the texts that a pattern of a schema finds something in. */
    public static PatternLength of(String pattern) {
        return of(LinearPattern.read(pattern));
    }

    static PatternLength of(PatternPart whole) {
        PatternLength found = whole.read(new Reading());
        return PatternPassage.of(whole).isWhole() ? found : new PatternLength(found.least, ENDLESS);
    }

    private PatternLength then(PatternLength next) {
        return new PatternLength(bounded(least + next.least), bounded(most + next.most));
    }

    private PatternLength or(PatternLength other) {
        return new PatternLength(Math.min(least, other.least), Math.max(most, other.most));
    }

    private PatternLength repeated(long atLeast, long atMost) {
        return new PatternLength(times(least, atLeast), times(most, atMost));
    }

    private static long times(long length, long repeats) {
        return length == 0 ? 0 : repeats > ENDLESS / length ? ENDLESS : length * repeats;
    }

    private static long bounded(long length) {
        return Math.min(length, ENDLESS);
    }

    private static final class Reading implements PatternPart.Reading<PatternLength> {

        @Override
        public PatternLength characters(CharacterSet set) {
            return CHARACTER;
        }

        @Override
        public PatternLength border(Border border) {
            return NOTHING;
        }

        @Override
        public PatternLength sequence(List<PatternLength> parts) {
            return parts.stream().reduce(NOTHING, PatternLength::then);
        }

        @Override
        public PatternLength alternatives(List<PatternLength> parts) {
            return parts.stream().reduce(PatternLength::or).orElse(NOTHING);
        }

        @Override
        public PatternLength group(PatternLength inside) {
            return inside;
        }

        @Override
        public PatternLength repeat(PatternLength part, long least, long most) {
            return part.repeated(least, most);
        }
    }
}
