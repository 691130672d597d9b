package io.gatewayping.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a text has to be, and may be, for a pattern to find something in it. */
final class PatternLengthTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "^abc$ | 3 | 3",
                "^a?b*c+$ | 1 | endless",
                "^a??b*?c+?$ | 1 | endless",
                "^a{2}b{3,}c{0,4}$ | 5 | endless",
                "^a{2}b{1,3}?$ | 3 | 5",
                "^(a|bcd)$ | 1 | 3",
                "^(?:ab){2,3}$ | 4 | 6",
                "^((a{2}){3}){2}$ | 12 | 12",
                "^((a|)|bb)$ | 0 | 2",
                "(^a$|^bb$) | 1 | 2",
                "^\\babc\\B$ | 3 | 3",
                "^[a-z][][^][\\]x][]x]]$ | 8 | 8",
                "^.\\d\\p{L}\\p{Lu}\\P{L}\\.$ | 6 | 6",
                "^\\x41\\0\\cJ$ | 3 | 3",
                "^\\u00e9\\u{e9}\\ud83d\\ude00\uD83D\uDE00$ | 4 | 4",
                "^a(b)(?<c>c)(?:d)$ | 4 | 4",
                "^a{,2}{x$ | 7 | 7",
                "^(a{0}|((((b{1000}){1000}){1000}){1000}){1000})$ | 0 | endless",
                "^a{99999999999999999999}$ | endless | endless",
                "^a{999999999999}$ | 999999999999 | 999999999999",
                "^a{1000000000000}$ | endless | endless",
                "^(a{999999999999}){999999999999}$ | endless | endless",
                "^a{0000000000000000000002}$ | 2 | 2",
                "(^a$){1} | 1 | 1",
                "(^a){1,2}$ | 1 | 2",
                "(^a){0,1}$ | 0 | endless",
                "^(a$){0,1} | 0 | endless",
                "^(a$){1,2} | 1 | 2",
                "^a$b? | 1 | 2",
                "^(a{2}){0}$ | 0 | 0",
                "abc | 3 | endless",
                "^abc | 3 | endless",
                "abc$ | 3 | endless",
                "^a|b$ | 1 | endless",
                "(^)?a($)? | 1 | endless",
                "(^)*a$ | 1 | endless",
                "(|^b^)a$ | 1 | endless",
                "(^b|x^)a$ | 2 | 2",
                "^(a$|bb$c)d{0,1} | 1 | 4",
            })
    void isSure(String pattern, String least, String most) {
        assertThat(PatternLength.of(PatternReader.read(pattern)))
                .isEqualTo(new PatternLength(number(least), number(most)));
    }

    @Test
    void isThatOfAPatternOfASchema() {
        assertThat(PatternLength.of("^a{2}b{1,3}?$")).isEqualTo(new PatternLength(3, 5));
        assertThat(PatternLength.of("abc")).isEqualTo(new PatternLength(3, PatternLength.ENDLESS));
    }

    private static long number(String bound) {
        return bound.equals("endless") ? PatternLength.ENDLESS : Long.parseLong(bound);
    }

    /** Held against every text of up to five characters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^a{2,3}$",
                "^(a|bb)+$",
                "a$|^b",
                "(^a|b)$",
                "^(a|^b)$",
                "^a*b?$",
                "^[^a]\\n?$",
                "^(?:a|(b\\n)|)$",
                "\\ba\\b",
                "^\\B$",
                "^A{1,2}[a-z]$",
                "^(a?){3}$",
                "^(a|$)+b?$",
                "(^|a)(b|$)",
                "$a?^",
                "(a^b|^bb$)",
                "^\\x61[\\]b]$",
                "(^|b)a{2}($|b)"
            })
    void claimsNothingThatDoesNotHold(String pattern) {
        PatternLength length = PatternLength.of(PatternReader.read(pattern));
        LinearPattern matched = new LinearPattern(pattern);

        assertThat(texts(5).filter(matched::matches))
                .allSatisfy(text -> assertThat((long) text.length()).isBetween(length.least(), length.most()));
    }

    private static Stream<String> texts(int longest) {
        List<String> all = new ArrayList<>(List.of(""));
        for (int next = 0; all.get(next).length() < longest; next++) {
            for (String character : List.of("a", "b", "\n")) {
                all.add(all.get(next) + character);
            }
        }
        return all.stream();
    }
}
