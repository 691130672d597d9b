package io.gatewayping.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns of schemas are told to be too large before they are compiled. */
final class PatternSizeTest {

    private static final String NONE = "no pattern of ECMA-262 that matches in linear time: ";

    /** Each part counts one, and what repeats, groups or gives a choice a little more. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "abc | 3",
                "`` | 0",
                "a|b | 3",
                "a|b| | 4",
                "^\\b.\\B$ | 5",
                "[a-z] | 1",
                "[]a] | 3",
                "[^]a] | 3",
                "[\\]] | 1",
                "a{3} | 6",
                "a{0,3} | 6",
                "a{2,} | 6",
                "a{1,} | 2",
                "a{0} | 2",
                "a{,3} | 5",
                "a{x | 3",
                "a*?b+?c?? | 6",
                "(ab) | 4",
                "(?:ab){2} | 10",
                "(?<name>a)(?<other>b) | 6",
                "((a{10}){10}){10} | 2330",
                "\\p{L}\\x41\\.\\( | 4",
                "\\u00e9\\u{1F600}{2}\\ud83d\\ude00 | 6",
            })
    void isOfSize(String pattern, long size) {
        assertThat(PatternReader.read(pattern).read(new PatternSize(1))).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({
        "a*, 10, 20",
        "a+b, 10, 21",
        "'a{2,}', 10, 24",
        "a?, 10, 2",
        "(a*)*, 100, 20300",
        "a{99999999999999999999}, 1, 2097152",
        "'(a{9999999}){9999999}', 1, 1099511627776"
    })
    void repeatsAsOftenAsIsSaidWhatHasNoBound(String pattern, int times, long size) {
        assertThat(PatternReader.read(pattern).read(new PatternSize(times))).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1,1000}){1,1000}){1,1000}",
                "(a{0,100}){0,100}",
                "(?:(?:a{1000}b{1000}){1,5})",
                "([ab]{1,100}|\\d{100}){99,}",
                "((((((a{99}){99}){99}){99}){99}){99}){99}",
                "[\\p{L}\\P{L}]{999999999}",
            })
    void isTooLarge(String pattern) {
        assertThat(LinearPattern.problem(pattern))
                .isEqualTo(NONE + "more than 10000 parts with its repeats written out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"^([0-9]{1,1000}(\\.[0-9]{1,1000})?|null)$", "(a{1,99}){1,49}", ".*.*.*.*.*x", "^.{0,4999}$"})
    void isNotTooLarge(String pattern) {
        assertThat(LinearPattern.problem(pattern)).isNull();
    }

    @Test
    void isTooLargeFromItsBoundsOn() {
        assertThat(LinearPattern.problem("a".repeat(10_000))).isNull();
        assertThat(LinearPattern.problem("a".repeat(10_001)))
                .isEqualTo(NONE + "more than 10000 parts with its repeats written out");
        assertThat(LinearPattern.problem("(".repeat(200) + ")".repeat(200))).isNull();
        assertThat(LinearPattern.problem("(".repeat(201) + ")".repeat(201)))
                .isEqualTo(NONE + "groups within groups, more than 200 deep, at character 201");
        assertThat(LinearPattern.problem("()".repeat(201))).isNull();
        assertThat(LinearPattern.problem("(".repeat(1_000_000))).contains("more than 200 deep");
    }

    @Test
    void isTooLongWithItsCategoriesWrittenOut() {
        int ranges = CharacterProperty.named("L").orElseThrow().ranges().size();
        int most = 50_000 / ranges;

        assertThat(LinearPattern.problem("\\p{L}".repeat(most + 1)))
                .isEqualTo(NONE + "more than 50000 ranges of characters with its categories written out, at character "
                        + (5 * (most + 1) + 1));
        assertThat(LinearPattern.problem("[" + "\\p{L}".repeat(most + 1) + "]")).contains("more than 50000 ranges");
        assertThat(LinearPattern.problem("\\p{L}".repeat(most)))
                .isEqualTo(NONE + "more than 50000 characters with its categories written out");
    }

    /** What it weighs is what is compiled: of what is none, no more than it is read for. */
    @Test
    void weighsWhatIsCompiled() {
        assertThat(LinearPattern.weight("ab")).isEqualTo(2 + 2);
        assertThat(LinearPattern.weight("(a{2}){3}")).isEqualTo(21 + "(?:a{2,2}){3,3}".length());
        assertThat(LinearPattern.weight("[^]")).isEqualTo(1 + "[\\x{0}-\uDBFF\uDFFF]".length());
        assertThat(LinearPattern.weight("\\p{L}".repeat(50))).isEqualTo(50 + 50_000);
        assertThat(LinearPattern.weight("(a{1000}){1000}")).isEqualTo("(a{1000}){1000}".length());
        assertThat(LinearPattern.weight("a(")).isEqualTo(2);
    }
}
