package io.gatewayping.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RememberedTest {

    private final List<String> made = new ArrayList<>();
    private final Remembered<String, String> remembered = new Remembered<>(String::length);

    @Test
    void ofATextItIsMadeOnce() {
        assertThat(of("a")).isEqualTo("made of a").isSameAs(of("a"));
        assertThat(of("b")).isEqualTo("made of b");
        assertThat(made).containsExactly("a", "b");
    }

    @Test
    void whereItIsTooMuchItIsMadeAnew() {
        String half = "x".repeat(1 << 18);

        of("a");
        of(half);
        of("a");
        of(half + "y");
        of(half + "y");
        of("a");

        assertThat(made).containsExactly("a", half, half + "y", "a");
    }

    private String of(String text) {
        return remembered.of(text, it -> {
            made.add(it);
            return "made of " + it;
        });
    }
}
