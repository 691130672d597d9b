package io.gatewayping.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no pattern of ECMA-262 with the flag {@code u}, or takes more than linear time, is refused by name and place. */
final class PatternReaderTest {

    private static final String NONE = "no pattern of ECMA-262 that matches in linear time: ";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "a(?=b) | (?= looks ahead, which takes no linear time, at character 2",
                "a(?!b) | (?! looks ahead, which takes no linear time, at character 2",
                "(?<=a)b | (?<= looks behind, which takes no linear time, at character 1",
                "(?<!a)b | (?<! looks behind, which takes no linear time, at character 1",
                "(a)\\1 | it refers back to a group, which takes no linear time, at character 4",
                "(a)\\9 | it refers back to a group, which takes no linear time, at character 4",
                "(?<n>a)\\k<n> | it refers back to a group, which takes no linear time, at character 8",
                "(?i)a | flags within a pattern, which JSON Schema's ECMA-262 has not; classes say the same, at character 1",
                "(?i:a) | flags within a pattern, which JSON Schema's ECMA-262 has not; classes say the same, at character 1",
                "a(?s-m:.) | flags within a pattern, which JSON Schema's ECMA-262 has not; classes say the same, at character 2",
                "(?P<n>a) | ECMA-262 has no (?P<; a group is named by (?<, at character 1",
                "(?>a) | (? that begins no group of ECMA-262, at character 1",
                "(?#a) | (? that begins no group of ECMA-262, at character 1",
                "(?<1>a) | (?< that names a group by other than ASCII letters, digits, _ and $, at character 1",
                "(?<>a) | (?< that names a group by other than ASCII letters, digits, _ and $, at character 1",
                "(?<a | (?< that names a group by other than ASCII letters, digits, _ and $, at character 1",
                "(? | (? that begins no group of ECMA-262, at character 1",
                "b(?<gr\u00F6\u00DFe>a) | (?< that names a group by other than ASCII letters, digits, _ and $, at character 2",
                "(?<n>a)(?<n>b) | a second group is called n, at character 8",
                "(a | a ( without its ), at character 1",
                "\uD83D\uDE00(a|(b) | a ( without its ), at character 2",
                "a)b | a ) without its (, at character 2",
                "[a | a [ without its ], at character 1",
                "a[^ | a [ without its ], at character 2",
                "[a- | a [ without its ], at character 1",
                "[a\\] | a [ without its ], at character 1",
                "[[:alpha:]] | [:alpha:], which ECMA-262 has not, but takes for its characters, at character 2",
                "[a[:^digit:]] | [:^digit:], which ECMA-262 has not, but takes for its characters, at character 3",
                "[z-a] | a range of a class that ends before it begins, at character 5",
                "[a-\\d] | a range of a class that has no end; \\- is a hyphen, at character 6",
                "[\\p{L}-z] | a range of a class that begins or ends with a property; \\- is a hyphen, at character 9",
                "[\\w-\\P{Lu}] | a range of a class that begins or ends with a property; \\- is a hyphen, at character 11",
                "[\\w--a] | a range of a class that has no end; \\- is a hyphen, at character 6",
                "[\\s-a-z] | a range of a class that has no end; \\- is a hyphen, at character 6",
                "* | nothing to repeat, at character 1",
                "a|+b | nothing to repeat, at character 3",
                "(?) | (? that begins no group of ECMA-262, at character 1",
                "{2} | nothing to repeat, at character 1",
                "({2,}) | nothing to repeat, at character 2",
                "^* | nothing to repeat: ^ takes no character, at character 2",
                "a$? | nothing to repeat: $ takes no character, at character 3",
                "\\b+ | nothing to repeat: \\b takes no character, at character 3",
                "\\B{2} | nothing to repeat: \\B takes no character, at character 3",
                "a** | a repeat of a repeat; in brackets it can be repeated, at character 3",
                "a++ | a repeat of a repeat; in brackets it can be repeated, at character 3",
                "a{2}{3} | a repeat of a repeat; in brackets it can be repeated, at character 5",
                "a??? | a repeat of a repeat; in brackets it can be repeated, at character 4",
                "a{3,2} | a repeat whose bounds are out of order: {3,2}, at character 2",
                "\\ | it ends too early, at character 2",
                "\\Aa | ECMA-262 has no \\A; ^ is the start of the text, at character 1",
                "a\\z | ECMA-262 has no \\z; $ is the end of the text, at character 2",
                "a\\Z | ECMA-262 has no \\Z; $ is the end of the text, at character 2",
                "\\Qa\\E | ECMA-262 has no \\Q; each character is escaped by itself, at character 1",
                "\\a | ECMA-262 has no \\a, at character 1",
                "\\C | ECMA-262 has no \\C, at character 1",
                "\\e | ECMA-262 has no \\e, at character 1",
                "\\y | ECMA-262 has no \\y, at character 1",
                "[\\e] | ECMA-262 has no \\e, at character 2",
                "[\\B] | ECMA-262 has no \\B, at character 2",
                "[\\1] | ECMA-262 has no \\1, at character 2",
                "\\\u00E9 | ECMA-262 has no \\\u00E9, at character 1",
                "\\\u0080 | ECMA-262 has no \\\\u0080, at character 1",
                "\\\uD83D\uDE00 | ECMA-262 has no \\\uD83D\uDE00, at character 1",
                "\\07 | \\0 before a digit, where ECMA-262 has \\x and two hexadecimal digits, at character 1",
                "\\00 | \\0 before a digit, where ECMA-262 has \\x and two hexadecimal digits, at character 1",
                "\\09 | \\0 before a digit, where ECMA-262 has \\x and two hexadecimal digits, at character 1",
                "\\x{41} | \\x without two hexadecimal digits, at character 1",
                "a\\x4 | \\x without two hexadecimal digits, at character 2",
                "\\xg0 | \\x without two hexadecimal digits, at character 1",
                "\\c | \\c without a letter, at character 1",
                "\\c1 | \\c without a letter, at character 1",
                "\\u00e | \\u without four hexadecimal digits, at character 1",
                "\\u{} | \\u{ without the number of a character, up to 10FFFF, and a }, at character 1",
                "\\u{110000} | \\u{ without the number of a character, up to 10FFFF, and a }, at character 1",
                "\\u{1234567} | \\u{ without the number of a character, up to 10FFFF, and a }, at character 1",
                "\\u{41 | \\u{ without the number of a character, up to 10FFFF, and a }, at character 1",
                "\\pL | \\p without a name in braces, at character 1",
                "[\\PL] | \\p without a name in braces, at character 2",
                "\\p{L | \\p without a name in braces, at character 1",
                "\\p{^L} | \\p{^L}, where general categories, Any, ASCII and Assigned are known; ranges say the rest, at character 1",
                "\\p{Alphabetic} | \\p{Alphabetic}, where general categories, Any, ASCII and Assigned are known; ranges say the rest, at character 1",
                "\\p{Greek} | \\p{Greek}, where general categories, Any, ASCII and Assigned are known; ranges say the rest, at character 1",
                "\\p{any} | \\p{any}, where general categories, Any, ASCII and Assigned are known; ranges say the rest, at character 1",
                "\\p{} | \\p{}, where general categories, Any, ASCII and Assigned are known; ranges say the rest, at character 1",
                "\\p{gc=Any} | \\p{gc=Any}, where general categories, Any, ASCII and Assigned are known; ranges say the rest, at character 1",
                "\\p{=Lu} | \\p{=Lu}, where general categories, Any, ASCII and Assigned are known; ranges say the rest, at character 1",
                "\\p{GC=Lu} | \\p{GC=Lu}, where general categories, Any, ASCII and Assigned are known; ranges say the rest, at character 1",
                "a\\p{Script=Greek} | scripts are not known here (Script=Greek); ranges of characters, or a general category, say what is meant, at character 2",
                "\\P{sc=Grek} | scripts are not known here (sc=Grek); ranges of characters, or a general category, say what is meant, at character 1",
                "\\p{Script_Extensions=Greek} | scripts are not known here (Script_Extensions=Greek); ranges of characters, or a general category, say what is meant, at character 1",
                "\\p{scx=Grek} | scripts are not known here (scx=Grek); ranges of characters, or a general category, say what is meant, at character 1",
            })
    void isRefused(String pattern, String problem) {
        assertThat(LinearPattern.problem(pattern)).isEqualTo(NONE + problem);
    }

    @Test
    void isShownInOneLineAndBounded() {
        assertThat(LinearPattern.problem("\\p{\n}")).startsWith(NONE + "\\p{\\n}, where general categories");
        assertThat(LinearPattern.problem("\\p{" + "L".repeat(1_000) + "}"))
                .startsWith(NONE + "\\p{LLL")
                .endsWith("L… (1086 characters), at character 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a^b",
                "a+^b",
                "$a",
                "b$a{1,2}",
                "^$a",
                "[]",
                "a[]b",
                "[^\\s\\S]",
                "[^\\0-\\u{10ffff}]",
                "(a^|[])b",
                "(a[])+",
                "(a[]){1,2}",
                "(a^){2}",
                "\\ud800",
                "[\\udc00]",
                "\\ude00\\ud83d",
                "\\u{d83d}\\u{de00}",
                "\\p{Cs}",
                "\\p{Surrogate}{2,}",
            })
    void isMetByNoText(String pattern) {
        assertThat(LinearPattern.problem(pattern))
                .isEqualTo(
                        NONE
                                + "no text meets it: nothing is before ^ or behind $, and [] and half of a pair stand for no character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a*^b",
                "a?^b",
                "$a*",
                "$b?$",
                "^^a$$",
                "(a^)?b",
                "(a^){0}b",
                "(^a|b)c",
                "(a^|b)c",
                "[]*a",
                "a|[]",
                "([]|a)b",
                "(|a)^b",
                "(^|a)+b",
                "\\ud83d\\ude00",
                "[\\ud800a]",
                "[^\\ud800-\\udfff]",
                "\\P{Cs}",
                "(?<a>b)(?<A>b)(?<_1$>b)",
            })
    void isMetBySome(String pattern) {
        assertThat(LinearPattern.problem(pattern)).isNull();
    }
}
