package io.gatewayping.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A finding in words. */
final class FindingTest {

    @Test
    void tellsClausePlaceAndWhatIsThere() {
        assertThat(Finding.expecting("a/b", "/c", "7", "8", null).words())
                .isEqualTo("a/b at /c\n  wrong:    expected: 7\n  actual:   8");
        assertThat(new Finding("a/b", "", "it went back", "8 after 9", null).words())
                .isEqualTo("a/b at the whole\n  wrong:    it went back\n  actual:   8 after 9");
    }

    @Test
    void tellsWhatWasExpected() {
        assertThat(Finding.expecting("a/b", "/c", "7", "8", null).expected()).isEqualTo("7");
        assertThat(new Finding("a/b", "/c", "it went back", "8 after 9", null).expected())
                .isEqualTo("not that it went back");
    }
}
