package io.gatewayping.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Patterns of schemas mean what ECMA-262 says of them with the flag {@code u}; where that refuses what is in use without it,
 * what the older grammar says (annex B).
 */
final class LinearPatternTest {

    private static Stream<Arguments> meansWhatEcmaScriptSays() {
        return Stream.of(
                arguments("b", "abc", true, "a pattern finds something anywhere"),
                arguments("^b", "abc", false, "^ is the start"),
                arguments("^b", "a\nb", false, "^ is the start of the text, not of a line"),
                arguments("^a$", "a\n", false, "$ is the end of the text, not before its last line break"),
                arguments("a$", "a\nb", false, "$ is the end of the text, not of a line"),
                arguments("(^|a)b", "b", true, "^ may stand anywhere"),
                arguments("^a|b$", "cb", true, "a choice reaches as far as it can"),
                arguments("^(?:a|)$", "", true, "a choice may be empty"),
                arguments("^.$", "\u0085", true, "NEL ends no line of ECMA-262"),
                arguments("^.$", "\u000B", true, "VT ends no line of ECMA-262"),
                arguments("^.$", "\n", false, "LF ends a line"),
                arguments("^.$", "\r", false, "CR ends a line"),
                arguments("^.$", "\u2028", false, "LS ends a line"),
                arguments("^.$", "\u2029", false, "PS ends a line"),
                arguments("^.$", "\uD83D\uDE00", true, "a character is a code point with the flag u"),
                arguments("^..$", "\uD83D\uDE00", false, "and no half of one"),
                arguments("^\\s$", "\u00A0", true, "WhiteSpace has NBSP"),
                arguments("^\\s$", "\uFEFF", true, "WhiteSpace has ZWNBSP"),
                arguments("^\\s$", "\u000B", true, "WhiteSpace has VT"),
                arguments("^\\s$", "\u1680", true, "WhiteSpace has all of Zs"),
                arguments("^\\s$", "\u2028", true, "LineTerminator has LS"),
                arguments("^\\s$", "\u200B", false, "ZWSP is no Zs"),
                arguments("^\\s$", "\u180E", false, "nor is MVS any more"),
                arguments("^\\s$", "\u0085", false, "nor is NEL"),
                arguments("^\\S$", "\u00A0", false, "\\S is all the others"),
                arguments("^\\S$", "\u0085", true, "\\S is all the others"),
                arguments("^[\\s]$", "\u3000", true, "\\s within a class is the same"),
                arguments("^[^\\S]$", "\u3000", true, "\\S within a class is the same"),
                arguments("^\\d$", "\u0663", false, "digits are those of ASCII"),
                arguments("^\\D$", "\u0663", true, "\\D is all the others"),
                arguments("^\\w+$", "aZ_09", true, "word characters are those of ASCII"),
                arguments("^\\w$", "\u00E9", false, "word characters are those of ASCII"),
                arguments("^\\W$", "\u017F", true, "without the flag i, also this one is none"),
                arguments("^\\W$", "a", false, "\\W is all the others"),
                arguments("\\bb", "a\u00E9b", true, "borders are those of words of ASCII"),
                arguments("a\\b", "ab", false, "a border is between a word and none"),
                arguments("a\\Bb", "ab", true, "\\B is where no border is"),
                arguments("^\\t\\n\\v\\f\\r$", "\t\n\u000B\f\r", true, "ControlEscape"),
                arguments("^\\cJ\\cj\\cZ$", "\n\n\u001A", true, "\\c is the letter modulo 32"),
                arguments("^a\\0b$", "a\u0000b", true, "\\0 is NUL"),
                arguments("^[\\0]$", "\u0000", true, "\\0 is NUL in a class"),
                arguments("^[\\b]$", "\b", true, "\\b within a class is a backspace"),
                arguments("^\\x41\\xe9$", "A\u00E9", true, "HexEscapeSequence"),
                arguments("^\\u00e9$", "\u00E9", true, "RegExpUnicodeEscapeSequence of four digits"),
                arguments("^\\u00E9$", "u00E9", false, "and not its letters"),
                arguments("^\\u{1F600}$", "\uD83D\uDE00", true, "the same in braces"),
                arguments("^\\u{10ffff}\\u{0}$", "\uDBFF\uDFFF\u0000", true, "from the first to the last"),
                arguments("^\\u{0000041}$", "A", true, "noughts before a number are none"),
                arguments("^\\ud83d\\uDE00{2}$", "\uD83D\uDE00\uD83D\uDE00", true, "two halves are one character"),
                arguments("^(\\ude00|\\ud83da|b)$", "b", true, "halves that make no pair are no character"),
                arguments(
                        "^[\\uD83D\\uDE00-\\uD83D\\uDE02]$", "\uD83D\uDE01", true, "two halves are the end of a range"),
                arguments("^[\\ude00\\ud83d]|a$", "\uD83D\uDE00", false, "halves in the wrong order make no pair"),
                arguments("^[\\u00e0-\\u00ff]+$", "\u00E0\u00E9\u00FF", true, "escapes are ends of ranges"),
                arguments("^[\\u00e0-\\u00fe]+$", "\u00FF", false, "escapes are ends of ranges"),
                arguments("^[^\\u0041\\u005d]$", "A", false, "escapes are taken by themselves"),
                arguments("^[^\\u0041\\u005d]$", "]", false, "escapes are taken by themselves"),
                arguments("^[^\\u0041\\u005d]$", "B", true, "escapes are taken by themselves"),
                arguments("^\\u002a\\x5b$", "*[", true, "what is escaped by a number is itself"),
                arguments("^\\\\u00e9$", "\\u00e9", true, "a backslash is escaped by one"),
                arguments(
                        "^\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/$",
                        "^$\\.*+?()[]{}|/",
                        true,
                        "SyntaxCharacter and / are escaped"),
                arguments(
                        "^[\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/\\-]+$",
                        "^$\\.*+?()[]{}|/-",
                        true,
                        "in a class, - too"),
                arguments(
                        "^\\-\\_\\:\\\"\\@\\ \\~\\!$",
                        "-_:\"@ ~!",
                        true,
                        "punctuation is escaped without need (annex B)"),
                arguments("^[\\_\\:\\\"\\@\\ ]+$", "_:\"@", true, "in a class as well (annex B)"),
                arguments("^]}{$", "]}{", true, "brackets alone are themselves (annex B)"),
                arguments("^a{,2}$", "a{,2}", true, "{ that begins no repeat is itself (annex B)"),
                arguments("^a{,2}$", "aa", false, "{ that begins no repeat is itself (annex B)"),
                arguments("^{a}{x}$", "{a}{x}", true, "{ that begins no repeat is itself (annex B)"),
                arguments("^[^]$", "\n", true, "[^] is any character"),
                arguments("^[^]$", "", false, "but is one"),
                arguments("[^]|a", "", false, "[^] is one character"),
                arguments("[]|a", "b", false, "[] is none"),
                arguments("[]|a", "a", true, "[] is none"),
                arguments("^[]a]|b$", "b", true, "] right behind [ ends the class"),
                arguments("^[]a]|b$", "a", false, "] right behind [ ends the class"),
                arguments("^[^]a]$", "b", false, "and behind [^"),
                arguments("^[^]a]$", "xa]", true, "and behind [^"),
                arguments("^[a-c]+$", "abc", true, "a range has its ends"),
                arguments("^[a-a]$", "a", true, "which may be one"),
                arguments("^[b-c]$", "a", false, "and no more"),
                arguments("^[b-c]$", "d", false, "and no more"),
                arguments("^[-a]+$", "a-", true, "- at the start is itself"),
                arguments("^[a-]+$", "a-", true, "- at the end is itself"),
                arguments("^[a-b-d]+$", "ab-d", true, "- behind a range is itself"),
                arguments("^[a-b-d]$", "c", false, "- behind a range is itself"),
                arguments("^[+--]+$", "+,-", true, "- is the end of a range"),
                arguments("^[--/]+$", "-./", true, "- is the start of a range"),
                arguments("^[\\w-.]+$", "a-.", true, "- beside several characters is itself (annex B)"),
                arguments("^[\\d-\\s]+$", "1- ", true, "- beside several characters is itself (annex B)"),
                arguments("^[\\w-]+$", "a-", true, "- at the end is itself"),
                arguments("^[\\p{L}-]+$", "ä-", true, "- at the end is itself, behind a property too"),
                arguments("^[\\w-.-]+$", "a-.", true, "- at the end is itself"),
                arguments("^[\\w-.]$", "/", false, "- beside several characters is itself (annex B)"),
                arguments("^[[a&&b]$", "[", true, "without the flag v, nothing is a class within a class"),
                arguments("^[[a&&b]$", "&", true, "nor is && an operator"),
                arguments("^[[]]$", "[]", true, "[[] is a class of ["),
                arguments("^[.*(|$^]+$", ".*(|$^", true, "in a class, these are themselves"),
                arguments("^a{2}$", "aa", true, "a count"),
                arguments("^a{2}$", "aaa", false, "a count"),
                arguments("^a{2,}$", "a", false, "a count without end"),
                arguments("^a{2,}$", "aaaa", true, "a count without end"),
                arguments("^a{1,2}$", "aaa", false, "two bounds"),
                arguments("^a{0}b$", "b", true, "none at all"),
                arguments("^a{0}b$", "ab", false, "none at all"),
                arguments("^a*?b+?c??d{1,2}?$", "bd", true, "lazy ones find in the same texts"),
                arguments("^(a|b)+(?:c)(?<year>d)$", "abacd", true, "groups of all kinds"),
                arguments("^(?:){2}(a?)*$", "aaa", true, "what may be empty is repeated"),
                arguments("^\\p{L}\\u0031\\.$", "a1.", true, "what stands beside each other"));
    }

    @ParameterizedTest(name = "{3}: {0}")
    @MethodSource
    void meansWhatEcmaScriptSays(String pattern, String text, boolean meets, String why) {
        assertThat(LinearPattern.problem(pattern)).isNull();
        assertThat(new LinearPattern(pattern).matches(text)).isEqualTo(meets);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "^\\p{L}+$ | a\u00E4\uD83A\uDD00 | true",
                "^\\P{L}$ | 7 | true",
                "^\\P{L}$ | a | false",
                "^\\p{Lu}$ | a | false",
                "^\\p{Letter}$ | a | true",
                "^\\p{gc=Lu}$ | A | true",
                "^\\p{gc=Lu}$ | a | false",
                "^\\p{General_Category=Lu}$ | A | true",
                "^\\p{General_Category=Uppercase_Letter}$ | a | false",
                "^\\P{gc=Letter}$ | a | false",
                "^\\p{LC}+$ | Aa\u01C5 | true",
                "^\\p{LC}$ | \u00AA | false",
                "^\\p{punct}$ | . | true",
                "^\\p{Any}$ | \u0378 | true",
                "^\\P{Any}|a$ | b | false",
                "^\\p{ASCII}$ | \u007F | true",
                "^\\p{ASCII}$ | \u0080 | false",
                "^\\P{ASCII}$ | \u0080 | true",
                "^\\p{Assigned}$ | \u0378 | false",
                "^\\p{Assigned}$ | \u0377 | true",
                "^\\P{Assigned}$ | \u0378 | true",
                "^[\\p{Lu}\\d]+$ | A7 | true",
                "^[\\p{Lu}\\d]+$ | a7 | false",
                "^[^\\P{Lu}X]$ | X | false",
                "^[^\\P{Lu}X]$ | Y | true",
                "^\\p{C}$ | \u0378 | true",
                "^\\p{Cn}$ | \u0378 | true",
                "^\\p{C}$ | \u2066 | true",
                "^\\p{Co}$ | \uE000 | true",
                "^\\p{M}$ | \u1AB0 | true",
                "^[^\\p{Z}\\p{C}\\p{M}]$ | \u1AB0 | false",
                "^\\\\p{L}$ | \\p{L} | true",
                "^\\\\p[{]L}$ | \\p{L} | true",
            })
    void hasTheCategoriesOfToday(String pattern, String text, boolean meets) {
        assertThat(LinearPattern.problem(pattern)).isNull();
        assertThat(new LinearPattern(pattern).matches(text)).isEqualTo(meets);
    }

    /** RE2 itself takes no more than a thousand at once. */
    @ParameterizedTest
    @CsvSource({
        "'^a{1000}$', 1000, 1000",
        "'^a{1001}$', 1001, 1001",
        "'^a{2500}$', 2500, 2500",
        "'^a{0,1001}$', 0, 1001",
        "'^a{999,1001}$', 999, 1001",
        "'^a{1001,2001}$', 1001, 2001",
        "'^(aa){1500,1600}$', 3000, 3200",
        "'^a{1001,}$', 1001, 100000",
        "'^a{2000,}$', 2000, 100000",
    })
    void repeatsAsOftenAsItSays(String pattern, int least, int most) {
        LinearPattern matched = new LinearPattern(pattern);

        assertThat(matched.matches("a".repeat(least))).isTrue();
        assertThat(matched.matches("a".repeat(most))).isTrue();
        assertThat(least > 0 && matched.matches("a".repeat(least - 1))).isFalse();
        assertThat(most < 100_000 && matched.matches("a".repeat(most + 1))).isFalse();
    }

    /** What RE2 is given. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "^a[b]\\.\u00E9$ | \\Aab\\x{2e}\u00E9\\z",
                "[az-]\\bZ9 | [\\x{2d}az]\\bZ9",
                "\\ud800|\\udfff|\\ud7ff|\\ue000|a | \\x{d800}|\\x{dfff}|\uD7FF|\uE000|a",
                "\\x7f\\x80\\Ba | \\x{7f}\u0080\\Ba",
                "[]|(a) | [^\\x{0}-\\x{10ffff}]|(?:a)",
                "a*b+?c? | a{0,}b{1,}c{0,1}",
                "a{3}b{2,} | a{3,3}b{2,}",
                "a{1000} | a{1000,1000}",
                "a{1000,1001} | a{1000}a{0,1}",
                "a{2001} | a{1000}a{1000}a{1}",
                "a{1001,} | a{1000}a{1}a*",
                "\\p{Zs} | [\\x{20}\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]",
                "\\P{Cc} | [\\x{20}-\\x{7e}\u00A0-\uDBFF\uDFFF]",
            })
    void isWrittenForRe2(String pattern, String written) {
        assertThat(PatternReader.read(pattern).read(new Re2Text())).isEqualTo(written);
    }

    @Test
    void aLongTextIsMatchedAsAShortOneIs() {
        LinearPattern pattern = new LinearPattern("evil$");

        for (String text : List.of("", "a".repeat(4095), "a".repeat(4096), "a".repeat(9000))) {
            assertThat(pattern.matches(text + "evil")).isTrue();
            assertThat(pattern.matches(text + "evil")).as("once more").isTrue();
            assertThat(pattern.matches(text + "good")).isFalse();
            assertThat(pattern.matches(text + "good")).as("once more").isFalse();
        }
    }

    @Test
    void aPatternIsOneThatMatchesInLinearTime() {
        assertThat(LinearPattern.problem("a+")).isNull();
        assertThat(LinearPattern.problem("(?=a)")).startsWith("no pattern of ECMA-262 that matches in linear time: ");
    }

    @ParameterizedTest
    @CsvSource({"[a-z], 1", "'[a-z]{3}', 6", "a|b, 3"})
    void aTextThatIsDrawnHasNoMoreCharactersThanThereAreParts(String pattern, long parts) {
        assertThat(LinearPattern.mostDrawn(pattern, 20)).isEqualTo(parts);
        assertThat(LinearPattern.mostDrawn("(?:" + pattern + ")*", 20)).isGreaterThan(20 * parts);
    }

    @Test
    void aPatternHasNoMoreCharactersThanAreRead() {
        assertThat(LinearPattern.compiled("a", "a".repeat(50_000)).matches("b")).isFalse();
        assertThatThrownBy(() -> LinearPattern.compiled("a", "a".repeat(50_001)))
                .isInstanceOf(PatternSyntaxException.class)
                .hasMessageContaining("more than 50000 characters with its categories written out");
    }

    @Test
    void whatIsMadeOfAnswersIsNotHeldOnTo() {
        Pattern first = LinearPattern.compiled("first", "first");

        for (int other = 0; other <= LinearPattern.MOST_COMPILED; other++) {
            LinearPattern.compiled("other" + other, "other" + other);
        }

        assertThat(LinearPattern.compiled("first", "first")).isNotSameAs(first);
    }

    @Test
    void aPatternIsTriedWhereThatTakesSomeSecondsAtMost() {
        Pattern pattern = LinearPattern.compiled("a{400}b", "a{400}b");
        int longest = (int) (LinearPattern.MOST_STEPS / pattern.programSize());

        assertThat(LinearPattern.matcher(pattern, "b".repeat(longest))).isNotNull();
        assertThatThrownBy(() -> LinearPattern.matcher(pattern, "b".repeat(longest + 1)))
                .isInstanceOf(NotMatched.class)
                .hasMessage("a pattern of " + pattern.programSize() + " parts is not tried on a text of "
                        + (longest + 1) + " characters, which would take too long; make the pattern smaller");
    }
}
