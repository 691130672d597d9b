package io.gatewayping.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What breaks a rule is seen, however long the text around it. */
final class PointTest {

    @Test
    void thePartThatBreaksTheRuleIsShownWithWhatStandsAroundIt() {
        assertThat(Point.shown("a".repeat(500) + "<evil>" + "b".repeat(500), part -> part.contains("<evil>")))
                .isEqualTo("…" + "a".repeat(97) + "<evil>" + "b".repeat(97) + "… (603 characters)");
    }

    @Test
    void itIsTheFirstOfSeveral() {
        String text = "a".repeat(300) + "evil 1" + "b".repeat(300) + "evil 2" + "c".repeat(300);

        assertThat(Point.shown(text, part -> part.contains("evil")))
                .contains("evil 1")
                .doesNotContain("evil 2");
    }

    @Test
    void aPartThatIsLongIsShownFromItsBeginning() {
        String text = "a".repeat(300) + "<" + "evil".repeat(100) + ">" + "b".repeat(300);

        assertThat(Point.shown(text, part -> part.contains("<" + "evil".repeat(100) + ">")))
                .startsWith("…<evil");
    }

    @Test
    void aTextThatIsTooLongToBeTriedIsShownFromItsBeginning() {
        String most = "a".repeat((32 << 10) - 4) + "evil";

        assertThat(Point.shown(most, part -> part.contains("evil"))).endsWith("evil");
        assertThat(Point.shown("a" + most, part -> part.contains("evil")))
                .startsWith("aaa")
                .endsWith("(32769 characters)");
    }

    @Test
    void aLongTextIsHardlyTriedMoreThanOnce() {
        String text = "a".repeat(16_000) + "evil" + "b".repeat(14_000);
        AtomicInteger tried = new AtomicInteger();

        String shown = Point.shown(text, part -> tried.addAndGet(part.length()) > 0 && part.contains("evil"));

        assertThat(shown).contains("aevilb");
        assertThat(tried).hasValueLessThan(2 * text.length());
    }

    @Test
    void whatIsLongerThanTwoPartsHaveInCommonIsShownFromTheBeginningOfTheText() {
        String evil = "<" + "evil".repeat(400) + ">";

        assertThat(Point.shown("a".repeat(1000) + evil + "b".repeat(5000), part -> part.contains(evil)))
                .startsWith("aaa")
                .endsWith("(7602 characters)");
    }
}
