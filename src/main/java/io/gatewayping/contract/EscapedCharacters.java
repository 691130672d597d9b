package io.gatewayping.contract;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes characters that ECMA-262 escapes by their numbers, with a {@code u} and four digits or some in braces, as RE2 does. */
final class EscapedCharacters {

    /** Two halves of one, one, what is quoted, and what is escaped, behind which nothing is. */
    private static final Pattern PART = Pattern.compile(
            "\\\\u([dD][89abAB]\\p{XDigit}{2})\\\\u([dD][c-fC-F]\\p{XDigit}{2})|\\\\u(?:(\\p{XDigit}{4})|\\{(\\p{XDigit}+)})"
                    + "|\\\\Q.*?(?:\\\\E|$)|\\\\.",
            Pattern.DOTALL);

    private EscapedCharacters() {}

    /** The same pattern as RE2 takes it. */
    static String inRe2(String pattern) {
        return pattern.contains("\\u")
                ? PART.matcher(pattern).replaceAll(part -> Matcher.quoteReplacement(written(part)))
                : pattern;
    }

    private static String written(MatchResult part) {
        if (part.group(1) != null) {
            int character = Character.toCodePoint(half(part.group(1)), half(part.group(2)));
            return "\\x{" + Integer.toHexString(character) + "}";
        }
        String number = part.group(3) == null ? part.group(4) : part.group(3);
        return number == null ? part.group() : "\\x{" + number + "}";
    }

    private static char half(String digits) {
        return (char) Integer.parseInt(digits, 16);
    }
}
