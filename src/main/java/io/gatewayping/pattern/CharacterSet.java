package io.gatewayping.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The characters that a part of a pattern takes one of.
 *
 * @param ranges in order, with something between any two
 */
record CharacterSet(List<Range> ranges) {

    private static final int LAST = Character.MAX_CODE_POINT;

    static final CharacterSet NONE = new CharacterSet(List.of());
    static final CharacterSet ANY = new CharacterSet(List.of(new Range(0, LAST)));
    static final CharacterSet ASCII = new CharacterSet(List.of(new Range(0, 0x7F)));
    static final CharacterSet DIGITS = new CharacterSet(List.of(new Range('0', '9')));

    /** {@code \w} of ECMA-262, without the flag {@code i}. */
    static final CharacterSet WORD =
            of(List.of(new Range('0', '9'), new Range('A', 'Z'), new Range('_', '_'), new Range('a', 'z')));

    /** {@code WhiteSpace} and {@code LineTerminator} of ECMA-262. */
    static final CharacterSet SPACE = of(List.of(
            new Range(0x9, 0xD),
            new Range(0x20, 0x20),
            new Range(0xA0, 0xA0),
            new Range(0x1680, 0x1680),
            new Range(0x2000, 0x200A),
            new Range(0x2028, 0x2029),
            new Range(0x202F, 0x202F),
            new Range(0x205F, 0x205F),
            new Range(0x3000, 0x3000),
            new Range(0xFEFF, 0xFEFF)));

    /** What a full stop takes: all but {@code LineTerminator}. */
    static final CharacterSet IN_A_LINE = of(List.of(
                    new Range('\n', '\n'), new Range('\r', '\r'), new Range(0x2028, 0x2029)))
            .complement();

    /** Some characters in a row. */
    record Range(int first, int last) {}

    static CharacterSet of(int character) {
        return new CharacterSet(List.of(new Range(character, character)));
    }

    /** The characters of all ranges, which may be in any order and have some in common. */
    static CharacterSet of(List<Range> ranges) {
        List<Range> merged = new ArrayList<>();
        ranges.stream().sorted(Comparator.comparingInt(Range::first)).forEach(range -> {
            int end = merged.size() - 1;
            if (end >= 0 && range.first() <= merged.get(end).last() + 1) {
                Range before = merged.get(end);
                merged.set(end, new Range(before.first(), Math.max(before.last(), range.last())));
            } else {
                merged.add(range);
            }
        });
        return new CharacterSet(List.copyOf(merged));
    }

    /** The characters of all these sets. */
    static CharacterSet union(Stream<CharacterSet> sets) {
        return of(sets.flatMap(set -> set.ranges.stream()).toList());
    }

    CharacterSet complement() {
        List<Range> others = new ArrayList<>();
        int next = 0;
        for (Range range : ranges) {
            if (range.first() > next) {
                others.add(new Range(next, range.first() - 1));
            }
            next = range.last() + 1;
        }
        if (next <= LAST) {
            others.add(new Range(next, LAST));
        }
        return new CharacterSet(List.copyOf(others));
    }

    /** Whether a text may have one of them: halves of characters are in none. */
    boolean isInTexts() {
        return ranges.stream()
                .anyMatch(range -> range.first() < Character.MIN_SURROGATE || range.last() > Character.MAX_SURROGATE);
    }
}
