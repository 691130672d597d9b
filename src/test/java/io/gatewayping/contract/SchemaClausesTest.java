package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clause says, and by which basis. */
final class SchemaClausesTest {

    private final Path file = Path.of("src/test/resources/contract/small.yaml");
    private final Contract small = Contract.load(file);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PingTest/type | DERIVED | the body is of type object",
                "PingTest/properties/status/enum | DOCUMENTED | status is one of OPEN, DONE",
                "PingTest/properties/percent/minimum | DERIVED | percent is at least 0",
                "PingTest/properties/at/type | DERIVED | at is of type string, null",
                "PingTest/properties/at/format | DERIVED | at is a date-time as RFC 3339 has it",
                "PingTest/properties/id/format | DERIVED | id is a uuid",
                "PingTest/then/properties/percent/const | DERIVED | percent, when status is DONE, is 100",
                "PingTest/then/properties/figures/required/sent | DERIVED | figures.sent, when status is DONE, is there",
                "PingTest/else/properties/figures/type | DERIVED | figures is of type null",
                "PingTest/properties/hops/items/properties/probes/maxItems | DERIVED | hops[].probes has at most 3 item(s)",
                "Problem/required/code | DOCUMENTED | code is there",
            })
    void saysWhatIsDemanded(String id, Basis basis, String text) {
        assertThat(small.clause(id).basis()).isEqualTo(basis);
        assertThat(small.clause(id).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "if: {properties: {status: {enum: [DONE]}}, required: [status]} | percent, when status is one of DONE, is 100",
                "if: {properties: {status: {const: DONE}}, required: [status, at]}"
                        + " | percent, when at is there and status is DONE, is 100",
            })
    void saysWhen(String condition, String text) {
        Contract other = Contract.load(
                file,
                contract ->
                        contract.replace("if: {properties: {status: {const: DONE}}, required: [status]}", condition));

        assertThat(other.clause("PingTest/then/properties/percent/const").text())
                .isEqualTo(text);
    }

    /** In a header everything is text. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: string, enum: [fast]} | false",
                "{type: [string, integer], enum: [fast]} | false",
                "{type: [integer, string], enum: [fast]} | false",
                "{type: [integer, boolean]} | true",
            })
    void thatAHeaderIsTextIsNoClause(String schema, boolean clause) {
        Contract other = Contract.load(
                file,
                contract -> contract.replace(
                        "{schema: {type: string, enum: [fast, slow]}, example: fast}",
                        "{schema: " + schema + ", example: " + (clause ? "7" : "fast") + "}"));

        assertThat(other.clausesLike("read/responses/200/headers/X-Kind/schema/type"))
                .hasSize(clause ? 1 : 0);
    }
}
