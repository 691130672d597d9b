package io.gatewayping.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.pattern.CharacterSet.Range;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets of characters are ranges in order, of which no two touch. */
final class CharacterSetTest {

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "5-5, 5-5",
        "7-9 1-3, 1-3 7-9",
        "1-3 4-6, 1-6",
        "1-3 5-6, 1-3 5-6",
        "1-9 2-3, 1-9",
        "1-9 9-12, 1-12",
        "2-3 1-9 2-20, 1-20",
        "0-10ffff 5-6, 0-10ffff",
    })
    void touchAsOne(String ranges, String merged) {
        assertThat(shown(of(ranges))).isEqualTo(merged);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0-10ffff",
        "0-10ffff, ''",
        "0-0, 1-10ffff",
        "1-1, 0-0 2-10ffff",
        "10ffff-10ffff, 0-10fffe",
        "0-10fffe, 10ffff-10ffff",
        "5-6 8-9, 0-4 7-7 a-10ffff",
    })
    void haveTheOthersBeside(String ranges, String others) {
        assertThat(shown(of(ranges).complement())).isEqualTo(others);
        assertThat(of(ranges).complement().complement()).isEqualTo(of(ranges));
    }

    @Test
    void areAddedUp() {
        assertThat(shown(CharacterSet.union(Stream.of(of("1-3"), of("2-5 9-9"), CharacterSet.NONE))))
                .isEqualTo("1-5 9-9");
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "d800-dfff, false",
        "d83d-d83d, false",
        "d800-d800 dfff-dfff, false",
        "d7ff-d7ff, true",
        "e000-e000, true",
        "d7ff-d800, true",
        "dfff-e000, true",
        "0-10ffff, true",
        "41-41 d800-d800, true",
        "d800-d800 10000-10000, true",
    })
    void areInTextsUnlessTheyAreHalves(String ranges, boolean areInTexts) {
        assertThat(of(ranges).isInTexts()).isEqualTo(areInTexts);
    }

    /** As ECMA-262 lists them: CharacterClassEscape, WhiteSpace, LineTerminator. */
    @Test
    void areThoseOfEcmaScript() {
        assertThat(shown(CharacterSet.DIGITS)).isEqualTo("30-39");
        assertThat(shown(CharacterSet.WORD)).isEqualTo("30-39 41-5a 5f-5f 61-7a");
        assertThat(shown(CharacterSet.SPACE))
                .isEqualTo("9-d 20-20 a0-a0 1680-1680 2000-200a 2028-2029 202f-202f 205f-205f 3000-3000 feff-feff");
        assertThat(shown(CharacterSet.IN_A_LINE)).isEqualTo("0-9 b-c e-2027 202a-10ffff");
        assertThat(shown(CharacterSet.ASCII)).isEqualTo("0-7f");
        assertThat(shown(CharacterSet.ANY)).isEqualTo("0-10ffff");
    }

    private static CharacterSet of(String ranges) {
        return CharacterSet.of(Stream.of(ranges.split(" ", -1))
                .filter(range -> !range.isEmpty())
                .map(range -> range.split("-", -1))
                .map(range -> new Range(Integer.parseInt(range[0], 16), Integer.parseInt(range[1], 16)))
                .toList());
    }

    private static String shown(CharacterSet set) {
        return set.ranges().stream()
                .map(range -> Integer.toHexString(range.first()) + "-" + Integer.toHexString(range.last()))
                .collect(Collectors.joining(" "));
    }
}
