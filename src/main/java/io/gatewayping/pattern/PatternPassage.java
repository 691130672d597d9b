package io.gatewayping.pattern;

import io.gatewayping.pattern.PatternPart.Border;
import java.util.List;

/**
 * From which places of a text to which a part of a pattern leads. A place is at the start or behind it, and it is known to be
 * the end or not; behind what is known to be the end, no character is.
 *
 * @param ways one bit for each place and each that it leads to
 */
record PatternPassage(int ways) {

    private static final int START = 0;
    private static final int LATER = 1;
    private static final int PLACES = 4;
    private static final int ALL = (1 << PLACES) - 1;

    /** What is added to a place that turns out to be the end. */
    private static final int END = 2;

    private static final PatternPassage BLOCKED = new PatternPassage(0);
    private static final PatternPassage OPEN = leading(START, START)
            .or(leading(LATER, LATER))
            .or(leading(START + END, START + END))
            .or(leading(LATER + END, LATER + END));

    static PatternPassage of(PatternPart whole) {
        return whole.read(new Reading());
    }

    /** Whether a text may have what it takes. */
    boolean isOpen() {
        return leads(START) || leads(LATER);
    }

    /** Whether nothing of a text is before it or behind it. */
    boolean isWhole() {
        return !leads(LATER) && !isLeading(START, START) && !isLeading(START, LATER);
    }

    private boolean leads(int from) {
        return from(from) != 0;
    }

    private boolean isLeading(int from, int to) {
        return (from(from) & (1 << to)) != 0;
    }

    /** One bit for each place that a place leads to. */
    private int from(int from) {
        return (ways >> (PLACES * from)) & ALL;
    }

    private static PatternPassage leading(int from, int to) {
        return new PatternPassage(1 << (PLACES * from + to));
    }

    private PatternPassage or(PatternPassage other) {
        return new PatternPassage(ways | other.ways);
    }

    private PatternPassage then(PatternPassage next) {
        int both = 0;
        for (int from = 0; from < PLACES; from++) {
            for (int over = 0; over < PLACES; over++) {
                if (isLeading(from, over)) {
                    both |= next.from(over) << (PLACES * from);
                }
            }
        }
        return new PatternPassage(both);
    }

    /** No way leads back to another place, so that all are gone after as many steps as there are places. */
    private PatternPassage repeated(long least, long most) {
        PatternPassage all = OPEN;
        for (long time = 0; time < Math.min(least, PLACES); time++) {
            all = all.then(this);
        }
        PatternPassage last = all;
        for (long time = 0; time < Math.min(most - least, PLACES); time++) {
            last = last.then(this);
            all = all.or(last);
        }
        return all;
    }

    private static final class Reading implements PatternPart.Reading<PatternPassage> {

        @Override
        public PatternPassage characters(CharacterSet set) {
            return set.isInTexts() ? leading(START, LATER).or(leading(LATER, LATER)) : BLOCKED;
        }

        @Override
        public PatternPassage border(Border border) {
            return switch (border) {
                case START -> leading(START, START).or(leading(START + END, START + END));
                case END ->
                    leading(START, START + END)
                            .or(leading(LATER, LATER + END))
                            .or(leading(START + END, START + END))
                            .or(leading(LATER + END, LATER + END));
                case OF_A_WORD, NOT_OF_A_WORD -> OPEN;
            };
        }

        @Override
        public PatternPassage sequence(List<PatternPassage> parts) {
            return parts.stream().reduce(OPEN, PatternPassage::then);
        }

        @Override
        public PatternPassage alternatives(List<PatternPassage> parts) {
            return parts.stream().reduce(BLOCKED, PatternPassage::or);
        }

        @Override
        public PatternPassage group(PatternPassage inside) {
            return inside;
        }

        @Override
        public PatternPassage repeat(PatternPassage part, long least, long most) {
            return part.repeated(least, most);
        }
    }
}
