package io.gatewayping.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names general categories have, and which characters are of each: the first, the last, and none beside. */
final class GeneralCategoriesTest {

    /** By the table itself, which is read once for each name otherwise. */
    @ParameterizedTest
    @CsvSource({
        "Zl, 2028-2028",
        "Zs, 20-20 a0-a0 1680-1680 2000-200a 202f-202f 205f-205f 3000-3000",
        "Z, 20-20 a0-a0 1680-1680 2000-200a 2028-2029 202f-202f 205f-205f 3000-3000",
        "Cc, 0-1f 7f-9f",
        "Co, e000-f8ff f0000-ffffd 100000-10fffd",
        "Cs, d800-dfff",
        "Me, 488-489 1abe-1abe 20dd-20e0 20e2-20e4 a670-a672",
        "LC, 41-5a 61-7a b5-b5",
        "Greek, ''",
    })
    void areReadInOrderAndThoseThatTouchAsOne(String name, String ranges) {
        assertThat(GeneralCategories.read(name).ranges().stream()
                        .map(range -> Integer.toHexString(range.first()) + "-" + Integer.toHexString(range.last()))
                        .limit(name.equals("LC") ? 3 : Long.MAX_VALUE)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(ranges);
    }

    @ParameterizedTest
    @CsvSource({
        "Lu, Uppercase_Letter, Uppercase_Letter",
        "L, Letter, Letter",
        "LC, Cased_Letter, Cased_Letter",
        "Cc, Control, cntrl",
        "Nd, Decimal_Number, digit",
        "M, Mark, Combining_Mark",
        "P, Punctuation, punct",
        "Cn, Unassigned, Unassigned",
    })
    void haveLongNames(String name, String longer, String other) {
        assertThat(GeneralCategories.named(longer))
                .isEqualTo(GeneralCategories.named(name))
                .isPresent();
        assertThat(GeneralCategories.named(other)).isEqualTo(GeneralCategories.named(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Greek", "Xx", "X", "Lx", "lu", "letter", "LL", "#", "Lu ", "^Lu", "The"})
    void areNamedByNothingElse(String name) {
        assertThat(GeneralCategories.named(name)).isEmpty();
    }

    /** All 38 of the table of ECMA-262 are known, the seven of one letter and that of cased letters among them. */
    @Test
    void areAllKnown() {
        String all =
                "LC Pe Pc Cc Sc Pd Nd Me Pf Cf Pi L Nl Zl Ll M Sm Lm Sk Mn N Ps C Lo No Po So Zp Co P Z Zs Mc Cs S Lt Cn Lu";

        assertThat(all.split(" ", -1)).hasSize(38).allMatch(name -> GeneralCategories.named(name)
                .isPresent());
    }

    /** Of some ranges, in hexadecimal digits: each from the first to the last of it, and neither the one before nor the one behind. */
    @ParameterizedTest
    @CsvSource({
        "Lu, 41, 5a",
        "Lu, c0, d6",
        "Lu, d8, de",
        "Lu, 1e900, 1e921",
        "Nd, 30, 39",
        "Nd, 1fbf0, 1fbf9",
        "Lt, 1c5, 1c5",
        "Me, 20dd, 20e0",
        "Me, a670, a672",
        "Cc, 7f, 9f",
        "Co, e000, f8ff",
        "Co, f0000, ffffd",
        "Co, 100000, 10fffd",
        "Cf, 200b, 200f",
        "Cf, e0020, e007f",
        "Cn, 378, 379",
        "Pi, 201b, 201c",
        "Sc, 24, 24",
        "Sc, 20a0, 20c1",
        "Z, 2028, 2029",
        "S, 2b, 2b",
        "C, 7f, 9f",
        "N, 30, 39",
    })
    void areOfThoseCharacters(String name, String first, String last) {
        int from = Integer.parseInt(first, 16);
        int to = Integer.parseInt(last, 16);
        LinearPattern one = new LinearPattern("^\\p{" + name + "}$");
        LinearPattern none = new LinearPattern("^[^\\P{" + name + "}]$");
        IntPredicate isOfIt = character -> one.matches(Character.toString(character));

        assertThat(IntStream.of(from, to)).allMatch(isOfIt::test);
        assertThat(IntStream.of(from - 1, to + 1)).noneMatch(isOfIt::test);
        assertThat(IntStream.of(from - 1, from, to, to + 1))
                .allMatch(character -> none.matches(Character.toString(character)) == isOfIt.test(character));
    }

    /** Nothing is of two of them, and nothing of none. */
    @Test
    void haveEachCharacterBetweenThem() {
        String[] names = {"L", "M", "N", "P", "S", "Z", "C"};
        LinearPattern[] all = new LinearPattern[names.length];
        for (int next = 0; next < names.length; next++) {
            all[next] = new LinearPattern("^\\p{" + names[next] + "}$");
        }

        assertThat(IntStream.iterate(
                        0, character -> character <= Character.MAX_CODE_POINT, character -> character + 17))
                .allMatch(character -> IntStream.range(0, all.length)
                                .filter(next -> all[next].matches(Character.toString(character)))
                                .count()
                        == 1);
    }
}
