package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns are told to be too large before they are compiled, and general categories are those of ECMA-262. */
final class LinearPatternTest {

    /** Each part counts one, and what repeats or groups a little more. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "abc | 3",
                "a|b | 3",
                "[a-z] | 1",
                "[]a] | 1",
                "[^]a] | 1",
                "[[:alpha:]\\]] | 1",
                "[a | 1",
                "a{3} | 6",
                "a{0,3} | 6",
                "a{2,} | 6",
                "a{0} | 2",
                "a{,3} | 5",
                "a{x | 3",
                "a*?b+?c?? | 6",
                "(ab) | 4",
                "(?:ab){2} | 10",
                "(?P<name>a)(?<other>b) | 6",
                "(?i)a | 3",
                "((a{10}){10}){10} | 2330",
                "((a{10}){10} | 232",
                "a) | 1",
                "\\p{Greek}\\pL\\x{1F600}\\.\\( | 5",
                "\\u00e9\\u{1F600}{2} | 5",
                "\\Q(a{9}\\E{2} | 12",
                "\\ | 1",
            })
    void isOfSize(String pattern, long size) {
        assertThat(PatternSize.of(pattern, 1)).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1,1000}){1,1000}){1,1000}",
                "(a{0,100}){0,100}",
                "(?i:(?:a{1000}b{1000}){1,5})",
                "([ab]{1,100}|\\d{100}){99,}",
                "((((((a{99}){99}){99}){99}){99}){99}){99}",
                "[\\pL\\PL]{999999999}",
            })
    void isTooLarge(String pattern) {
        assertThatThrownBy(() -> new LinearPattern(pattern))
                .isInstanceOf(PatternSyntaxException.class)
                .hasMessageContaining("more than 10000 parts with its repeats written out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"^([0-9]{1,1000}(\\.[0-9]{1,1000})?|null)$", "(a{1,99}){1,49}", ".*.*.*.*.*x"})
    void isNotTooLarge(String pattern) {
        assertThat(LinearPattern.problem(pattern)).isNull();
    }

    @Test
    void isTooLargeFromItsBoundsOn() {
        assertThat(PatternSize.problem("a".repeat(PatternSize.MOST))).isEmpty();
        assertThat(PatternSize.problem("a".repeat(PatternSize.MOST + 1)))
                .isEqualTo("more than 10000 parts with its repeats written out");
        assertThat(PatternSize.problem("(".repeat(200) + ")".repeat(200))).isEmpty();
        assertThat(PatternSize.problem("(".repeat(201) + ")".repeat(201)))
                .isEqualTo("groups within groups, more than 200 deep");
        assertThat(PatternSize.problem("()".repeat(201))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a*, 10, 20", "a+b, 10, 21", "'a{2,}', 10, 24", "a?, 10, 2", "(a*)*, 100, 20300"})
    void repeatsAsOftenAsIsSaidWhatHasNoBound(String pattern, int times, long size) {
        assertThat(PatternSize.of(pattern, times)).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "^\\u00e9$ | \u00E9 | true",
                "^\\u00E9$ | u00E9 | false",
                "^[\\u00e0-\\u00ff]+$ | \u00E0\u00E9\u00FF | true",
                "^[\\u00e0-\\u00fe]+$ | \u00FF | false",
                "^[^\\u0041\\u005d]$ | A | false",
                "^[^\\u0041\\u005d]$ | ] | false",
                "^[^\\u0041\\u005d]$ | B | true",
                "^\\u{1F600}$ | \uD83D\uDE00 | true",
                "^\\ud83d\\uDE00{2}$ | \uD83D\uDE00\uD83D\uDE00 | true",
                "^[\\uD83D\\uDE00-\\uD83D\\uDE02]$ | \uD83D\uDE01 | true",
                "^\\\\u00e9$ | \\u00e9 | true",
                "^\\Q\\u00e9\\E$ | \\u00e9 | true",
                "^\\u002a$ | * | true",
                "^\\p{L}\\u0031\\.$ | a1. | true",
            })
    void escapesCharactersAsEcmaScriptDoes(String pattern, String text, boolean matches) {
        assertThat(new LinearPattern(pattern).matches(text)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "^\\p{L}+$ | a\u00E4\uD83A\uDD00 | true",
                "^\\pL$ | 7 | false",
                "^\\P{L}$ | 7 | true",
                "^\\p{^L}$ | 7 | true",
                "^\\P{^L}$ | 7 | false",
                "^[\\p{Lu}\\d]+$ | A7 | true",
                "^[\\p{Lu}\\d]+$ | a7 | false",
                "^[^\\P{Lu}X]$ | X | false",
                "^[^\\P{Lu}X]$ | Y | true",
                "^[[:digit:]\\p{Cn}]+$ | 7\u0378 | true",
                "^[]\\p{Lu}]+$ | ]A | true",
                "^[^]\\p{Lu}]+$ | a | true",
                "^\\p{C}$ | \u0378 | true",
                "^\\p{Cn}$ | \u0378 | true",
                "^\\p{C}$ | \u2066 | true",
                "^\\p{Co}$ | \uE000 | true",
                "^\\p{M}$ | \u1AB0 | true",
                "^\\p{Greek}$ | \u03B1 | true",
                "^\\\\p{L}$ | \\p{L} | true",
                "^\\\\p[{]L}$ | \\p{L} | true",
                "^\\Q\\p{L}\\E$ | \\p{L} | true",
                "^(?i)\\p{Lu}$ | a | true",
            })
    void hasTheCategoriesOfToday(String pattern, String text, boolean matches) {
        assertThat(new LinearPattern(pattern).matches(text)).isEqualTo(matches);
    }
}
