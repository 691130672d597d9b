package io.gatewayping.pattern;

import io.gatewayping.pattern.CharacterSet.Range;
import io.gatewayping.pattern.PatternPart.Border;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a pattern that was read as RE2 takes it: with its classes written out, since RE2 has others by the same names. */
final class Re2Text implements PatternPart.Reading<String> {

    /** RE2 takes no more repeats at once. */
    private static final long MOST_REPEATS = 1_000;

    private static final String NO_CHARACTER = "[^\\x{0}-\\x{10ffff}]";

    @Override
    public String characters(CharacterSet set) {
        if (set.ranges().isEmpty()) {
            return NO_CHARACTER;
        }
        Range first = set.ranges().get(0);
        return set.equals(CharacterSet.of(first.first())) ? written(first) : "[" + inClass(set) + "]";
    }

    /** Within brackets. */
    static String inClass(CharacterSet set) {
        return set.ranges().stream().map(Re2Text::written).collect(Collectors.joining());
    }

    private static String written(Range range) {
        return range.first() == range.last()
                ? written(range.first())
                : written(range.first()) + "-" + written(range.last());
    }

    /** As itself where that is safe: RE2/J reads what is left of a pattern again at each character of a class. */
    private static String written(int character) {
        boolean isSafe = character < 0x80
                ? Character.isLetterOrDigit(character)
                : character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE;
        return isSafe ? Character.toString(character) : "\\x{" + Integer.toHexString(character) + "}";
    }

    @Override
    public String border(Border border) {
        return switch (border) {
            case START -> "\\A";
            case END -> "\\z";
            case OF_A_WORD -> "\\b";
            case NOT_OF_A_WORD -> "\\B";
        };
    }

    @Override
    public String sequence(List<String> parts) {
        return String.join("", parts);
    }

    @Override
    public String alternatives(List<String> parts) {
        return String.join("|", parts);
    }

    @Override
    public String group(String inside) {
        return "(?:" + inside + ")";
    }

    @Override
    public String repeat(String part, long least, long most) {
        boolean isEndless = most == PatternPart.ENDLESS;
        long more = isEndless ? least : most;
        if (more <= MOST_REPEATS) {
            return part + "{" + least + "," + (isEndless ? "" : most) + "}";
        }
        return times(part, least, "{") + (isEndless ? part + "*" : times(part, most - least, "{0,"));
    }

    private static String times(String part, long times, String open) {
        StringBuilder all = new StringBuilder();
        for (long left = times; left > 0; left -= MOST_REPEATS) {
            all.append(part).append(open).append(Math.min(left, MOST_REPEATS)).append('}');
        }
        return all.toString();
    }
}
