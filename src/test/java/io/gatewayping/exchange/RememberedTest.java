package io.gatewayping.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RememberedTest {

    private final List<String> made = new ArrayList<>();
    private final Remembered<String> remembered = new Remembered<>(text -> {
        made.add(text);
        return "made of " + text;
    });

    @Test
    void ofATextItIsMadeOnce() {
        assertThat(remembered.of("a")).isEqualTo("made of a").isSameAs(remembered.of("a"));
        assertThat(remembered.of("b")).isEqualTo("made of b");
        assertThat(made).containsExactly("a", "b");
    }

    @Test
    void whereItIsTooMuchItIsMadeAnew() {
        String half = "x".repeat(1 << 18);

        remembered.of("a");
        remembered.of(half);
        remembered.of("a");
        remembered.of(half + "y");
        remembered.of(half + "y");
        remembered.of("a");

        assertThat(made).containsExactly("a", half, half + "y", "a");
    }
}
