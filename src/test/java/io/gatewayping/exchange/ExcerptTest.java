package io.gatewayping.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExcerptTest {

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(Excerpt.of("größer 漢字 🙂 <b>")).isEqualTo("größer 漢字 🙂 <b>");
    }

    @Test
    void whatATerminalObeysIsEscaped() {
        assertThat(Excerpt.of("a\u001b[31mb\r\nc\u0000")).isEqualTo("a\\u001B[31mb\\r\\nc\\u0000");
    }

    @Test
    void whatTurnsTextAroundIsEscaped() {
        assertThat(Excerpt.of("a\u202eb\u2028c\ud800")).isEqualTo("a\\u202Eb\\u2028c\\uD800");
    }

    @Test
    void longTextIsCutAndItsLengthTold() {
        assertThat(Excerpt.of("x".repeat(1000))).isEqualTo("x".repeat(200) + "… (1000 characters)");
    }
}
