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

    @Test
    void aCharacterOfMoreDigitsIsNotTakenForTwo() {
        assertThat(Excerpt.of("\udbff\udfff \uffff")).isEqualTo("\\u{10FFFF} \\uFFFF");
    }

    @Test
    void noCharacterIsCutInTwo() {
        assertThat(Excerpt.beginning("a🙂b", 1)).isEqualTo("a");
        assertThat(Excerpt.beginning("a🙂b", 2)).isEqualTo("a");
        assertThat(Excerpt.beginning("a🙂b", 3)).isEqualTo("a🙂");
        assertThat(Excerpt.beginning("a🙂b", 4)).isEqualTo("a🙂b");
        assertThat(Excerpt.beginning("\ude42🙂", 1)).isEqualTo("\ude42");
        assertThat(Excerpt.border("🙂🙂", 2)).isEqualTo(2);
        assertThat(Excerpt.border("🙂🙂", 0)).isZero();
        assertThat(Excerpt.border("🙂🙂", 4)).isEqualTo(4);
        assertThat(Excerpt.around("🙂".repeat(200), 201, 203)).startsWith("…🙂").contains("🙂… (");
    }
}
