package io.gatewayping.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdviceTest {

    private final Advice advice = new Advice(Contract.builtIn());

    /** More time helps a test that goes on, and no answer that cannot be read. */
    @ParameterizedTest
    @CsvSource({
        "200 INITIATED, '; a longer --poll-deadline may help'",
        "200 RUNNING, '; a longer --poll-deadline may help'",
        "200, ''",
        "200 PAUSED, ''",
    })
    void onTheDeadlineIsGivenWhereItHelps(String shown, String words) {
        assertThat(advice.onTheDeadline(shown)).isEqualTo(words);
    }
}
