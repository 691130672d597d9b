package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.core.pactbroker.TestResult;
import io.gatewayping.gate.Verdict;
import io.gatewayping.pact.InteractionResult;
import io.gatewayping.pact.VerifiedPact;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What became of a pact, as a broker is told. */
final class TestResultsTest {

    private static final InteractionResult KEPT =
            new InteractionResult("kept", "id-1", false, Verdict.CONFORMS, List.of());
    private static final InteractionResult NAMELESS =
            new InteractionResult("nameless", null, false, Verdict.CONFORMS, List.of());
    private static final InteractionResult BROKEN = new InteractionResult(
            "broken", "id-2", false, Verdict.DOES_NOT_CONFORM, List.of("status: 500", "body $.a: missing"));

    @Test
    void namesWhatIsKept() {
        assertThat(TestResults.of(pact(KEPT, NAMELESS)))
                .isInstanceOfSatisfying(TestResult.Ok.class, ok -> assertThat(ok.getInteractionIds())
                        .containsExactly("id-1"));
    }

    @Test
    void tellsEachMismatchOfWhatIsBroken() {
        InteractionResult nameless =
                new InteractionResult("nameless", null, false, Verdict.DOES_NOT_CONFORM, List.of("status: 404"));

        assertThat(TestResults.of(pact(KEPT, BROKEN, nameless)))
                .isInstanceOfSatisfying(TestResult.Failed.class, failed -> assertThat(failed.getResults())
                        .contains(
                                mismatch("id-2", "broken", "status: 500"),
                                mismatch("id-2", "broken", "body $.a: missing"),
                                mismatch("", "nameless", "status: 404"))
                        .contains(Map.of("interactionId", "id-1")));
    }

    @Test
    void tellsNothingOfWhatWasNotRun() {
        InteractionResult notRun = new InteractionResult("a", "id", false, Verdict.INCONCLUSIVE, List.of());

        assertThatThrownBy(() -> TestResults.of(pact(KEPT, notRun)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing is published of a pact that was not run to its end");
    }

    @Test
    void isVerifiedByTheGate() {
        assertThat(JsonMapper.shared()
                        .readTree(TestResults.verifiedByTheGate("{\"success\":true,\"verifiedBy\":{\"other\":1}}")))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                {"success": true,
                                 "verifiedBy": {"implementation": "gateway-ping-gate", "version": "not packaged"}}
                                """));
    }

    @Test
    void aLinkLeadsSomewhereOrNowhere() {
        assertThat(TestResults.link(Map.of("a", Map.of("href", "http://x")), "a"))
                .isEqualTo("http://x");
        assertThat(TestResults.link(Map.of("a", "http://x"), "a")).isEmpty();
    }

    private static Map<String, Object> mismatch(String id, String name, String words) {
        return Map.of(
                "interactionId", id,
                "interactionDescription", name,
                "attribute", "response",
                "description", words);
    }

    private static VerifiedPact pact(InteractionResult... results) {
        return new VerifiedPact("it", "a", "b", false, Arrays.asList(results));
    }
}
