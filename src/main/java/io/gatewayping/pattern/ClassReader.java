package io.gatewayping.pattern;

import io.gatewayping.pattern.CharacterSet.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads classes of characters and what is escaped, within them and without. */
final class ClassReader {

    private static final Pattern POSIX = Pattern.compile("\\[:\\^?[a-z]+:]");
    private static final Pattern BACK = Pattern.compile("\\\\[1-9k]");
    private static final Pattern UNIT = Pattern.compile("\\p{XDigit}{4}");
    private static final Pattern SECOND_HALF = Pattern.compile("\\\\u([dD][c-fC-F]\\p{XDigit}{2})");
    private static final Pattern NUMBER = Pattern.compile("\\{0*(\\p{XDigit}{1,6})}");
    private static final Pattern BYTE = Pattern.compile("\\p{XDigit}{2}");
    private static final Pattern CONTROL = Pattern.compile("[A-Za-z]");
    private static final Pattern PROPERTY = Pattern.compile("\\{([^{}]*)}");

    /** What other dialects have, and what there is in its place. */
    private static final Map<Integer, String> INSTEAD = Map.of(
            (int) 'A', "^ is the start of the text",
            (int) 'z', "$ is the end of the text",
            (int) 'Z', "$ is the end of the text",
            (int) 'Q', "each character is escaped by itself");

    private final PatternCursor cursor;
    private int ranges;

    ClassReader(PatternCursor cursor) {
        this.cursor = cursor;
    }

    /** Some characters, those of a property for one, or one, which may be the end of a range. */
    private record Atom(CharacterSet set, OptionalInt one, boolean isProperty) {

        static Atom of(int character) {
            return new Atom(CharacterSet.of(character), OptionalInt.of(character), false);
        }

        static Atom some(CharacterSet set) {
            return new Atom(set, OptionalInt.empty(), false);
        }

        static Atom property(CharacterSet set) {
            return new Atom(set, OptionalInt.empty(), true);
        }

        boolean isHyphen() {
            return set.equals(CharacterSet.of('-'));
        }
    }

    /** Reads a class whose bracket was read. */
    CharacterSet read() {
        int place = cursor.place() - 1;
        boolean isNegated = cursor.takes("^");
        List<CharacterSet> sets = new ArrayList<>();
        while (!cursor.takes("]")) {
            Atom first = atom(place);
            if (isBeforeRange()) {
                cursor.take();
                addRange(sets, first, atom(place));
            } else {
                sets.add(first.set());
            }
        }
        CharacterSet all = CharacterSet.union(sets.stream());
        return counted(isNegated ? all.complement() : all);
    }

    /** Reads what is escaped outside of a class. */
    CharacterSet escaped() {
        if (cursor.looking(BACK).lookingAt()) {
            throw cursor.refused("it refers back to a group, which takes no linear time");
        }
        return escape().set();
    }

    private void addRange(List<CharacterSet> sets, Atom first, Atom last) {
        if (first.one().isPresent() && last.one().isPresent()) {
            Range range = new Range(first.one().getAsInt(), last.one().getAsInt());
            if (range.first() > range.last()) {
                throw cursor.refused("a range of a class that ends before it begins");
            }
            sets.add(CharacterSet.of(List.of(range)));
        } else {
            if (first.isProperty() || last.isProperty()) {
                throw cursor.refused("a range of a class that begins or ends with a property; \\- is a hyphen");
            }
            if (first.one().isPresent() || last.isHyphen() || isBeforeRange()) {
                throw cursor.refused("a range of a class that has no end; \\- is a hyphen");
            }
            // Behind several characters, a hyphen means itself where the flag u is not.
            sets.addAll(List.of(first.set(), CharacterSet.of('-'), last.set()));
        }
    }

    /** At the end of a class, a hyphen is one. */
    private boolean isBeforeRange() {
        return cursor.isBefore("-") && !cursor.isBefore("-]");
    }

    private Atom atom(int place) {
        if (cursor.isAtEnd()) {
            throw cursor.refused("a [ without its ]", place);
        }
        Matcher posix = cursor.looking(POSIX);
        if (posix.lookingAt()) {
            throw cursor.refused(posix.group() + ", which ECMA-262 has not, but takes for its characters");
        }
        if (cursor.takes("\\b")) {
            return Atom.of('\b');
        }
        return cursor.isBefore("\\") ? escape() : Atom.of(cursor.take());
    }

    private Atom escape() {
        int place = cursor.place();
        cursor.take();
        int escaped = cursor.take();
        return switch (escaped) {
            case 'd' -> Atom.some(CharacterSet.DIGITS);
            case 'D' -> Atom.some(CharacterSet.DIGITS.complement());
            case 'w' -> Atom.some(CharacterSet.WORD);
            case 'W' -> Atom.some(CharacterSet.WORD.complement());
            case 's' -> Atom.some(CharacterSet.SPACE);
            case 'S' -> Atom.some(CharacterSet.SPACE.complement());
            case 'p' -> Atom.property(counted(property(place)));
            case 'P' -> Atom.property(counted(property(place).complement()));
            case 't' -> Atom.of('\t');
            case 'n' -> Atom.of('\n');
            case 'v' -> Atom.of(0xB);
            case 'f' -> Atom.of('\f');
            case 'r' -> Atom.of('\r');
            case '0' -> nought(place);
            case 'c' -> Atom.of(taken(CONTROL, place, "a letter").charAt(0) % 32);
            case 'x' -> Atom.of(Integer.parseInt(taken(BYTE, place, "two hexadecimal digits"), 16));
            case 'u' -> Atom.of(cursor.isBefore("{") ? numbered(place) : halves(place));
            default -> itself(escaped, place);
        };
    }

    private Atom nought(int place) {
        if (cursor.isBeforeDigit()) {
            throw cursor.refused("\\0 before a digit, where ECMA-262 has \\x and two hexadecimal digits", place);
        }
        return Atom.of(0);
    }

    private int numbered(int place) {
        Matcher number = cursor.looking(NUMBER);
        int character = number.lookingAt() ? Integer.parseInt(number.group(1), 16) : -1;
        if (!Character.isValidCodePoint(character)) {
            throw cursor.refused("\\u{ without the number of a character, up to 10FFFF, and a }", place);
        }
        cursor.skip(number);
        return character;
    }

    /** Two halves that stand one behind the other are one character. */
    private int halves(int place) {
        char first = (char) Integer.parseInt(taken(UNIT, place, "four hexadecimal digits"), 16);
        Matcher second = cursor.looking(SECOND_HALF);
        if (!Character.isHighSurrogate(first) || !second.lookingAt()) {
            return first;
        }
        cursor.skip(second);
        return Character.toCodePoint(first, (char) Integer.parseInt(second.group(1), 16));
    }

    private CharacterSet property(int place) {
        Matcher property = cursor.looking(PROPERTY);
        if (!property.lookingAt()) {
            throw cursor.refused("\\p without a name in braces", place);
        }
        cursor.skip(property);
        return CharacterProperty.named(property.group(1))
                .orElseThrow(() -> cursor.refused(CharacterProperty.problem(property.group(1)), place));
    }

    /** Needless, but in use where the flag {@code u} is not: what is neither a letter nor a digit means itself. */
    private Atom itself(int escaped, int place) {
        if (escaped < 0x80 && !Character.isLetterOrDigit(escaped)) {
            return Atom.of(escaped);
        }
        String instead = INSTEAD.get(escaped);
        throw cursor.refused(
                "ECMA-262 has no \\" + Character.toString(escaped) + (instead == null ? "" : "; " + instead), place);
    }

    private String taken(Pattern form, int place, String what) {
        Matcher found = cursor.looking(form);
        if (!found.lookingAt()) {
            throw cursor.refused(cursor.since(place) + " without " + what, place);
        }
        cursor.skip(found);
        return found.group();
    }

    /** Categories have hundreds of ranges each. */
    private CharacterSet counted(CharacterSet set) {
        ranges += set.ranges().size();
        if (ranges > LinearPattern.LONGEST) {
            throw cursor.refused(
                    "more than " + LinearPattern.LONGEST + " ranges of characters with its categories written out");
        }
        return set;
    }
}
