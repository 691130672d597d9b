package io.gatewayping.pact;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.gate.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of all pacts follows from what became of each; a pact is its consumer and what became of its interactions. */
final class VerifiedPactsTest {

    @ParameterizedTest(name = "of {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a: kept | CONFORMS | 0 | true | 1 kept",
                "a: kept kept; b: kept | CONFORMS | 0 | true | 2 kept",
                "a: broken | DOES_NOT_CONFORM | 1 | true | 0 kept, 1 broken (a)",
                "a: kept broken; b: kept; c: broken | DOES_NOT_CONFORM | 1 | true | 1 kept, 2 broken (a, c)",
                "a: broken; a: broken | DOES_NOT_CONFORM | 1 | true | 0 kept, 2 broken (a)",
                "a!: broken; b: kept | PENDING | 0 | true | 1 kept, 1 broken (pending: a)",
                "a: broken! ; b: kept | PENDING | 0 | true | 1 kept, 1 broken (pending: a)",
                "a: broken! broken | DOES_NOT_CONFORM | 1 | true | 0 kept, 1 broken (a)",
                "a!: broken; b: broken | DOES_NOT_CONFORM | 1 | true | 0 kept, 2 broken (b; pending: a)",
                "a: unknown | INCONCLUSIVE | 3 | false | 0 kept, 1 inconclusive",
                "a: kept unknown; b: broken | DOES_NOT_CONFORM | 1 | false | 0 kept, 1 broken (b), 1 inconclusive",
                "a: broken unknown | DOES_NOT_CONFORM | 1 | false | 0 kept, 1 broken (a)",
                "a: broken! unknown | INCONCLUSIVE | 3 | false | 0 kept, 1 inconclusive",
                "a!: broken; b: unknown | INCONCLUSIVE | 3 | false | 0 kept, 1 broken (pending: a), 1 inconclusive",
                "a: | INCONCLUSIVE | 3 | false | 0 kept, 1 inconclusive",
                "'' | INCONCLUSIVE | 3 | false | 0 kept",
            })
    void areWhatEachOfThemIs(String pacts, String word, int exit, boolean whole, String tally) {
        VerifiedPacts verified = new VerifiedPacts(pacts(pacts), List.of());

        assertThat(verified.word()).isEqualTo(word);
        assertThat(verified.exitCode()).isEqualTo(exit);
        assertThat(verified.isWhole()).isEqualTo(whole);
        assertThat(verified.tally()).isEqualTo(tally);
    }

    @Test
    void tellNothingWhereNothingIsKnownOfTheProvider() {
        VerifiedPacts verified = new VerifiedPacts(pacts("a: kept"), List.of("the token is refused"));

        assertThat(verified.word()).isEqualTo("INCONCLUSIVE");
        assertThat(verified.exitCode()).isEqualTo(3);
        assertThat(verified.isWhole()).isFalse();
    }

    @Test
    void areShownWithoutWhatNobodyMaySee() {
        VerifiedPact pact = new VerifiedPact(
                "http://secret",
                "secret a",
                "secret b",
                true,
                List.of(new InteractionResult(
                        "secret name", "id", true, Verdict.DOES_NOT_CONFORM, List.of("secret detail"))));

        assertThat(pact.shown(text -> text.replace("secret", "***")))
                .isEqualTo(new VerifiedPact(
                        "http://***",
                        "*** a",
                        "*** b",
                        true,
                        List.of(new InteractionResult(
                                "*** name", "id", true, Verdict.DOES_NOT_CONFORM, List.of("*** detail")))));
    }

    private static List<VerifiedPact> pacts(String words) {
        return Stream.of(words.split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(VerifiedPactsTest::pact)
                .toList();
    }

    private static VerifiedPact pact(String words) {
        String[] parts = words.split(":", -1);
        return new VerifiedPact(
                "the pact of " + parts[0],
                parts[0].replace("!", ""),
                "provider",
                parts[0].endsWith("!"),
                Stream.of(parts[1].strip().split(" "))
                        .filter(word -> !word.isEmpty())
                        .map(word -> new InteractionResult(word, null, word.endsWith("!"), verdict(word), List.of()))
                        .toList());
    }

    private static Verdict verdict(String word) {
        return switch (word) {
            case "kept" -> Verdict.CONFORMS;
            case "unknown" -> Verdict.INCONCLUSIVE;
            default -> Verdict.DOES_NOT_CONFORM;
        };
    }
}
