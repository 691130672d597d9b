package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What rules find in a text is kept for the next rule that looks, and no more than a run may hold on to. */
final class KeptPatternsTest {

    private static final String LONG = "x".repeat(4_001);

    private final KeptPatterns kept = new KeptPatterns();

    @Test
    void keepsWhatSomeHundredTextsHold() {
        List<String> first = kept.extractAll("a1", "[0-9]");

        for (int other = 0; other < 199; other++) {
            assertThat(kept.extractAll("b" + other, "[a-z]")).containsExactly("b");
        }
        assertThat(kept.extractAll("a1", "[0-9]")).containsExactly("1").isSameAs(first);
        for (int other = 199; other < 201; other++) {
            kept.extractAll("b" + other, "[a-z]");
        }
        assertThat(kept.extractAll("a1", "[0-9]")).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void keepsWhatTheLastLongTextHolds() {
        List<String> first = kept.extractAll(LONG + "1", "[0-9]");

        assertThat(kept.extractAll(LONG + "1", "[0-9]")).containsExactly("1").isSameAs(first);
        assertThat(kept.extractAll(LONG + "2", "[0-9]")).containsExactly("2");
        assertThat(kept.extractAll(LONG + "1", "[0-9]")).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void keepsWhatSomePatternsFindInALongText() {
        List<String> first = kept.extractAll(LONG + "1", "[0-9]");

        for (int other = 0; other < 20; other++) {
            kept.extractAll(LONG, "y" + other);
        }
        assertThat(kept.extractAll(LONG + "1", "[0-9]")).isSameAs(first);
        kept.extractAll(LONG, "z");
        assertThat(kept.extractAll(LONG + "1", "[0-9]")).isEqualTo(first).isNotSameAs(first);
    }
}
