package io.gatewayping.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns of rules are those of RE2, told to be too large before they are compiled, with the general categories of today. */
final class RulePatternTest {

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
                "[[:]a] | 3",
                "[a\\]b]c | 2",
                "a{3} | 6",
                "a{0,3} | 6",
                "a{2,} | 6",
                "a{0} | 2",
                "a{,3} | 5",
                "a{x | 3",
                "a*?b+?c?? | 6",
                "a* | 2",
                "[ab:]c | 2",
                "\\p{Xx}a | 2",
                "(ab) | 4",
                "a(b){2} | 9",
                "(?:ab){2} | 10",
                "(?P<name>a)(?<other>b) | 6",
                "(?i)a | 3",
                "((a{10}){10}){10} | 2330",
                "((a{10}){10} | 232",
                "a) | 1",
                "\\p{Greek}\\pL\\x{1F600}\\.\\( | 5",
                "\\Q(a{9}\\E{2} | 12",
                "a+{2} | 6",
                "[\\p{L}\\pN]\\P{^L} | 2",
                "\\ | 1",
            })
    void isOfSize(String pattern, long size) {
        assertThat(Re2Reader.read(pattern).size()).isEqualTo(size);
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
        assertThatThrownBy(() -> RulePattern.compiled(pattern))
                .isInstanceOf(PatternSyntaxException.class)
                .hasMessageContaining("more than 10000 parts with its repeats written out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"^([0-9]{1,1000}(\\.[0-9]{1,1000})?|null)$", "(a{1,99}){1,49}", ".*.*.*.*.*x"})
    void isNotTooLarge(String pattern) {
        assertThat(RulePattern.problem(pattern)).isNull();
    }

    @Test
    void isTooLargeFromItsBoundsOn() {
        String tooMany = "no pattern that RE2 takes, which matches in linear time: "
                + "more than 10000 parts with its repeats written out";

        assertThat(RulePattern.problem("a".repeat(10_000))).isNull();
        assertThat(RulePattern.problem("a".repeat(10_001))).isEqualTo(tooMany);
        assertThat(RulePattern.problem("(".repeat(200) + ")".repeat(200))).isNull();
        assertThat(RulePattern.problem("(".repeat(201) + ")".repeat(201)))
                .isEqualTo("no pattern that RE2 takes, which matches in linear time: "
                        + "groups within groups, more than 200 deep");
        assertThat(RulePattern.problem("()".repeat(201))).isNull();
    }

    @Test
    void isTooLongWithItsCategoriesWrittenOut() {
        String category = "[\\pL]";
        int each = Re2Reader.read(category).written().length();
        int most = 50_000 / each;

        assertThat(RulePattern.problem(category.repeat(most))).isNull();
        assertThat(RulePattern.problem(category.repeat(most + 1)))
                .isEqualTo("no pattern that RE2 takes, which matches in linear time: "
                        + "more than 50000 characters with its categories written out");
        assertThat(Re2Reader.read("[" + "\\pL".repeat(5_000) + "]").written()).hasSizeLessThan(100_000);
    }

    /** What it weighs is what is compiled, and no more than what may be. */
    @Test
    void weighsWhatIsCompiled() {
        assertThat(RulePattern.weight("ab")).isEqualTo(2 + 2);
        assertThat(RulePattern.weight("(a{2}){3}")).isEqualTo(21 + 9);
        assertThat(RulePattern.weight("\\p{Zl}")).isEqualTo(1 + "[\u2028]".length());
        assertThat(RulePattern.weight("(a{1000}){1000}")).isEqualTo(10_000 + 15);
        assertThat(RulePattern.weight("\\pL".repeat(1_000))).isEqualTo(1_000 + 50_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "(?i)abc | xABC | true",
                "\\Aabc\\z | abc | true",
                "\\Qa.c\\E | abc | false",
                "^[[:alpha:]]$ | a | true",
                "^\\x{e9}$ | \u00E9 | true",
                "^\\s$ | \u00A0 | false",
                "^.$ | \u2028 | true",
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
                "^[a\\]\\p{Lu}]+$ | ]A | true",
                "^\\p{C}$ | \u0378 | true",
                "^\\p{M}$ | \u1AB0 | true",
                "^\\p{Greek}$ | \u03B1 | true",
                "^[\\p{Greek}]$ | \u03B1 | true",
                "^\\\\p{L}$ | \\p{L} | true",
                "^\\\\p[{]L}$ | \\p{L} | true",
                "^\\Q\\p{L}\\E$ | \\p{L} | true",
                "^(?i)\\p{Lu}$ | a | true",
            })
    void isThatOfRe2(String pattern, String text, boolean matches) {
        assertThat(RulePattern.compiled(pattern).matcher(text).find()).isEqualTo(matches);
        assertThat(LinearPattern.ofRules(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void isNone() {
        assertThat(RulePattern.problem("a("))
                .isEqualTo("no pattern that RE2 takes, which matches in linear time: missing closing )");
        assertThat(RulePattern.problem("\\u00e9"))
                .startsWith("no pattern that RE2 takes, which matches in linear time: invalid escape");
    }
}
