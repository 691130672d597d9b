package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A rule holds, is broken, or is silent where it does not apply. */
final class RuleProgramTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | self.a == 1 | HOLDS | false",
                "true | self.a == 2 | BROKEN | false",
                "self.a == 2 | self.a == 2 | SILENT | false",
                "self.a == 2 | self.b == 2 | SILENT | false",
                "true | oldSelf.a == self.a | BROKEN | true",
                "oldSelf.a == 1 | self.a == 1 | SILENT | true",
            })
    void judges(String when, String rule, Ruling.Answer answer, boolean transition) throws Exception {
        RuleProgram program = new RuleProgram.Compiler(Map.of()).compile(when, rule);
        RuleInput input = RuleInput.body(JsonMapper.shared().readTree("{\"a\":1}"), Map.of())
                .after(JsonMapper.shared().readTree("{\"a\":0}"), Map.of());

        assertThat(program.judge(input).answer()).isEqualTo(answer);
        assertThat(program.isTransition()).isEqualTo(transition);
    }
}
