package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Security.Demand;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a token is demanded, by the alternatives that there are. */
final class SecurityReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{bearer: []}] | REQUIRED",
                "[{bearer: []}, {}] | OPTIONAL",
                "[{}, {bearer: []}] | OPTIONAL",
                "[] | NONE",
            })
    void isTold(String security, Demand demand) {
        Contract contract = Contract.load(
                Path.of("src/test/resources/contract/small.yaml"),
                text -> text.replace("security: [{bearer: []}]", "security: " + security));

        assertThat(contract.underTest().security().demand()).isEqualTo(demand);
        assertThat(contract.clausesLike("read/security")).hasSize(demand == Demand.NONE ? 0 : 1);
        assertThat(contract.clauses().stream()
                        .filter(clause -> clause.id().equals("read/security"))
                        .map(Clause::text))
                .allMatch(text -> text.startsWith(demand == Demand.OPTIONAL ? "with a wrong " : "without a valid "));
    }
}
