package io.gatewayping.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of patterns, by texts that are short, as long as is remembered, and longer. */
final class PatternsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 16 << 10, 400_000})
    void tellWhereverOneFindsSomething(int characters) {
        Patterns patterns = new Patterns(List.of(new LinearPattern("good"), new LinearPattern("evil")));
        String before = "a".repeat(characters);

        assertThat(patterns.tell(before + "an evil text")).isTrue();
        assertThat(patterns.tell(before + "a text")).isFalse();
    }

    @Test
    void doNotPassWhatTakesTooLong() {
        Patterns patterns = new Patterns(List.of(new LinearPattern("evil"), new LinearPattern("a{900}b")));

        assertThatThrownBy(() -> patterns.tell("b".repeat(1_000_000))).isInstanceOf(NotMatched.class);
        assertThat(patterns.tell("evil" + "b".repeat(1_000_000))).isTrue();
    }
}
