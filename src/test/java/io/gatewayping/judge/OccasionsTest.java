package io.gatewayping.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the contract's examples give something to judge a clause by. */
final class OccasionsTest {

    private final Occasions occasions = new Occasions(Contract.builtIn());

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "PingTest/then/required/output, 200 COMPLETED",
        "StartedPingTest/type, 202",
        "progress-never-falls, 200 RUNNING",
        "no-such-clause, ''",
        "getPingTest/security, ''"
    })
    void areTheExamplesThatShowIt(String clause, String outcome) {
        assertThat(occasions.of(Set.of(clause)))
                .extracting(Example::outcome)
                .allMatch(shown -> !outcome.isEmpty())
                .contains(outcome.isEmpty() ? new String[0] : new String[] {outcome});
    }
}
