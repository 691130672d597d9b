package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.gate.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a matrix says of a deployment. */
final class DeployabilityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | true | CONFORMS | it is so; or so",
                "true | false | INCONCLUSIVE | the broker says yes, but no verification result stands behind it: it is so; or so",
                "false | true | DOES_NOT_CONFORM | it is so; or so",
                "false | false | DOES_NOT_CONFORM | it is so; or so",
                "null | true | INCONCLUSIVE | it is so; or so",
                "\"true\" | true | INCONCLUSIVE | it is so; or so",
            })
    void isAYesOnlyWithAVerificationBehindIt(String deployable, boolean success, Verdict verdict, String reason) {
        Deployability told = of(
                """
                {"summary": {"deployable": %s, "reason": "it is so\\nor so"},
                 "matrix": [{"verificationResult": {"success": %s}}, {"verificationResult": null}]}
                """
                        .formatted(deployable, success));

        assertThat(told.verdict()).isEqualTo(verdict);
        assertThat(told.reason()).isEqualTo(reason);
        assertThat(told.results()).isEmpty();
    }

    @Test
    void namesWhatItRestsOn() {
        assertThat(
                        of("""
                        {"summary": {"deployable": false},
                         "matrix": [
                          {"consumer": {"name": "a", "version": {"number": "1"}}, "provider": {"name": "b", "version": {"number": "2"}},
                           "verificationResult": {"success": true, "_links": {"self": {"href": "http://x/1"}}}},
                          {"consumer": {"name": "a", "version": {"number": "1"}}, "provider": {"name": "c"},
                           "verificationResult": {"success": false, "_links": {"self": {"href": "http://x/2"}}}}]}
                        """)
                                .results())
                .containsExactly("kept: a 1 with b 2, http://x/1", "broken: a 1 with c , http://x/2");
    }

    private static Deployability of(String matrix) {
        return Deployability.of(JsonMapper.shared().readTree(matrix), text -> text);
    }
}
