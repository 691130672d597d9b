package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a contract may hold where it says so by a format of our own. */
final class ExactFormatTest {

    @Test
    void aPatternIsOneThatMatchesInLinearTime() {
        assertThat(ExactFormat.PATTERN.matches(null, "a+")).isTrue();
        assertThat(ExactFormat.PATTERN.matches(null, "(?=a)")).isFalse();
    }

    @Test
    void soIsOneOfARule() {
        assertThat(ExactFormat.RULE_PATTERN.matches(null, "a+")).isTrue();
        assertThat(ExactFormat.RULE_PATTERN.matches(null, "(?=a)")).isFalse();
    }
}
