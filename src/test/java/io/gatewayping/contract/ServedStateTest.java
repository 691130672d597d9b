package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What the real contract says of its provider states. */
final class ServedStateTest {

    private Contract contract;

    @BeforeEach
    void read() {
        contract = Contract.load(Path.of("openapi/gateway-ping.yaml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a ping test is running | in the state 'a ping test is running' the answer is 200 RUNNING",
                "a ping test runs to completion | in the state 'a ping test runs to completion' the answer is 200 INITIATED,"
                        + " then 200 RUNNING, then 200 COMPLETED, progressPercent rising",
                "no ping test exists | in the state 'no ping test exists' the answer is 404, or to a malformed key 400",
            })
    void isToldInWords(String name, String words) {
        ServedState state = state(name);

        assertThat(state.words()).isEqualTo(words);
        assertThat(contract.clause(state.clause()).text()).isEqualTo(words);
    }

    @Test
    void answersAMalformedKeyInAnotherWay() {
        assertThat(state("no ping test exists").outcomes(true)).containsExactly("404", "400");
        assertThat(state("no ping test exists").outcomes(false)).containsExactly("404");
        assertThat(state("a ping test is running").outcomes(true)).containsExactly("200 RUNNING");
    }

    @Test
    void showsWhatRisesInMoreThanOneAnswer() {
        assertThat(state("a ping test runs to completion").risingOutcomes()).containsExactly("200 RUNNING");
        assertThat(state("a ping test runs to failure").risingOutcomes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a ping test has completed | 200 COMPLETED | {'output':{},'progressPercent':1,'rawOutput':'x','startTime':'x','status':'x','endTime':'x'} | ''",
                "a ping test has completed | 200 COMPLETED | {'output':{},'progressPercent':1,'rawOutput':'x','startTime':'x','status':'x','endTime':null} | endTime",
                "a ping test has completed | 200 COMPLETED | {'output':{},'progressPercent':1,'rawOutput':' ','startTime':'x','status':'x'} | rawOutput endTime",
                "a ping test has completed | 200 RUNNING | {} | ''",
                "a ping test is running | 200 RUNNING | {} | ''",
            })
    void mayPromiseEveryMember(String name, String outcome, String body, String missing) {
        assertThat(state(name).missing(outcome, JsonMapper.shared().readTree(body.replace('\'', '"'))))
                .containsExactlyInAnyOrderElementsOf(missing.isEmpty() ? List.of() : List.of(missing.split(" ")));
    }

    @Test
    void isTheOneOfWhatNobodyArrangedOrJustStarted() {
        assertThat(contract.unarranged().name()).isEqualTo("no ping test exists");
        assertThat(contract.started().map(ServedState::name)).contains("a ping test runs to completion");
        assertThat(names(contract.states())).hasSize(11).startsWith("a ping test is initiated");
        assertThat(state("the ping test belongs to another gateway").otherOwner())
                .isEqualTo("a ping test has completed");
        assertThat(state("a ping test is running").otherOwner()).isNull();
    }

    private ServedState state(String name) {
        return contract.state(name).orElseThrow();
    }

    private static List<String> names(Collection<ServedState> states) {
        return states.stream().map(ServedState::name).toList();
    }
}
