package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.exchange.Key;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a contract may hold is enforced: each case changes the small one in one place, and gets a clause by it. */
final class ValidContractTest {

    private static final Path FILES = Path.of("src/test/resources/contract");

    static List<Arguments> changed() {
        return YAMLMapper.shared()
                .readTree(FILES.resolve("valid.yaml").toFile())
                .valueStream()
                .map(row ->
                        Arguments.of(row.valueStream().map(JsonNode::asString).toArray()))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changed")
    void isEnforced(String what, String good, String other, String clause) throws IOException {
        String contract = small();
        assertThat(contract).contains(good);
        assertThat(ids(Contract.parse("small.yaml", contract))).doesNotContain(clause);

        assertThat(ids(Contract.parse("small.yaml", contract.replace(good, other))))
                .contains(clause);
    }

    @Test
    void aTaskMayBeNamedByANumber() throws IOException {
        String contract = small().replace("{type: string}, example: t-1", "{type: integer, minimum: 10}, example: t-1")
                .replace("t-1", "71");

        assertThat(Contract.parse("small.yaml", contract).keys().example().value("task-id"))
                .isEqualTo("71");
    }

    @Test
    void aParameterMayBeTrueOrFalse() throws IOException {
        String id = "{$ref: '#/components/parameters/TaskId'}";
        String contract = small().replace(
                        id,
                        id + ", {name: verbose, in: query, required: true, schema: {type: boolean}, example: true}");
        Contract read = Contract.parse("small.yaml", contract);

        assertThat(read.underTest().target(read.keys().example())).isEqualTo("/gateways/SN1/jobs/t-1?verbose=true");
    }

    @Test
    void aConditionMayBeThatAMemberIsThere() throws IOException {
        String contract = small().replace(
                        "if: {properties: {status: {const: DONE}}, required: [status]}", "if: {required: [name]}");

        assertThat(Contract.parse("small.yaml", contract)
                        .clause("PingTest/then/properties/percent/const")
                        .text())
                .isEqualTo("percent, when name is there, is 100");
    }

    @Test
    void whatAnOperationSaysOfAParameterStandsInThePlaceOfWhatItsPathSays() throws IOException {
        String operation = "    get:\n      operationId: read\n";
        String contract = small().replace(
                        operation,
                        "    parameters:\n"
                                + "      - {name: view, in: query, required: true, schema: {type: string}, example: full}\n"
                                + "      - {name: task-id, in: path, required: true, schema: {type: integer}, example: 1}\n"
                                + operation);
        Contract read = Contract.parse("small.yaml", contract);

        assertThat(read.underTest().target(read.keys().example())).isEqualTo("/gateways/SN1/jobs/t-1?view=full");
        assertThat(read.requestObligations(read.underTest()).parameters().keySet())
                .extracting(Parameter::name)
                .containsExactly("serial-number", "task-id", "view");
    }

    @Test
    void aHeaderNamesTheTaskThatWasAskedFor() throws IOException {
        String contract = small().replace(
                        "    Kind: {schema: {type: string, enum: [fast, slow]}, example: fast}",
                        "    Kind: {schema: {pattern: '^/.*[0-9]$'}, example: /gateways/SN1/jobs/t-1}");
        Contract read = Contract.parse("small.yaml", contract);
        Key key = read.keys().example().with("task-id", "t-2");

        assertThat(read.headers(read.underTest(), 200, key)).containsEntry("x-kind", List.of("/gateways/SN1/jobs/t-2"));
        assertThat(read.headers(read.underTest(), 200, key.with("task-id", "t\r\n2")))
                .containsEntry("x-kind", List.of("/gateways/SN1/jobs/t%0D%0A2"));
        assertThat(read.headers(read.underTest(), 200, key.with("task-id", "none")))
                .as("an answer that its schema refuses")
                .containsEntry("x-kind", List.of("/gateways/SN1/jobs/t-1"));
    }

    @Test
    void aKeyInAHeaderIsTheWordsOfSecurity() throws IOException {
        String contract = small().replace("{type: http, scheme: bearer}", "{type: apiKey, in: header, name: X-Key}");

        assertThat(Contract.parse("small.yaml", contract)
                        .clause("read/security")
                        .text())
                .isEqualTo("without a valid key in the header X-Key the answer is 401");
    }

    @Test
    void aByteOrderMarkIsNoMember() throws IOException {
        byte[] marked = ("\uFEFF" + small()).getBytes(StandardCharsets.UTF_8);

        assertThat(DocumentReader.read("small.yaml", marked, same -> same)
                        .at("/x-task")
                        .text())
                .isEqualTo("job");
    }

    private static String small() throws IOException {
        return Files.readString(FILES.resolve("small.yaml"))
                .replace(
                        "  schemas:\n",
                        "  schemas:\n    Kind: {enum: [fast, slow]}\n"
                                + "    Gone: {$ref: '#/components/schemas/Missing', properties: {task: {type: string}}}\n");
    }

    private static List<String> ids(Contract contract) {
        return contract.clauses().stream().map(Clause::id).toList();
    }
}
