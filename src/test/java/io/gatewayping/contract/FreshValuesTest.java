package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn in the likeness of one character. */
final class FreshValuesTest {

    @ParameterizedTest
    @CsvSource({
        "a, abcdefghijklmnopqrstuvwxyz",
        "z, abcdefghijklmnopqrstuvwxyz",
        "A, ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "Z, ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "0, 0123456789",
        "1, 123456789",
        "9, 123456789",
        "/, /",
        ":, :",
        "@, @",
        "[, [",
        "é, é",
    })
    void isLikeAnExample(String example, String drawn) {
        FreshValues fresh = FreshValues.like(example);
        SplittableRandom random = new SplittableRandom(1);
        TreeSet<String> all = new TreeSet<>();
        for (int time = 0; time < 500; time++) {
            all.add(fresh.drawn(random));
        }

        assertThat(String.join("", all)).isEqualTo(drawn);
        assertThat(fresh.count()).isEqualTo(drawn.length());
    }
}
