package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aByteOrderMarkIsNoMember() throws IOException {
        byte[] marked = ("\uFEFF" + small()).getBytes(StandardCharsets.UTF_8);

        assertThat(DocumentReader.read("small.yaml", marked).at("/x-task").text())
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
