package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayping.exchange.Key;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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

        assertThat(ids(Contract.parse("small.yaml", withSchemas(contract.replace(good, other)))))
                .contains(clause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: {type: string, minLength: 1 | name: {type: string, minLength: 0 | PingTest/properties/name/minLength",
                "minItems: 2 | minItems: 0 | PingTest/properties/hops/items/properties/probes/minItems",
            })
    void aBoundThatRefusesNothingIsNoClause(String good, String other, String clause) throws IOException {
        String contract = small();
        assertThat(ids(Contract.parse("small.yaml", contract))).contains(clause);

        assertThat(ids(Contract.parse("small.yaml", contract.replace(good, other))))
                .doesNotContain(clause);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, example: a, examples: [b, c], default: d}",
                "{type: number, enum: [1, 2.5], default: 2.50}",
                "{type: [string, 'null'], enum: [a, null]}",
                "{allOf: [{enum: [a, b]}], const: a}",
                "{type: integer, minimum: 1, maximum: 1}",
                "{type: number, allOf: [{type: integer}], example: 1}",
                "{type: number, minimum: 0.1, maximum: 0.9}",
                "{type: [integer, number], allOf: [{type: integer}], minimum: 1e1000}",
                "{type: array, minItems: 2, maxItems: 2, items: {type: string, minLength: 2, maxLength: 2}}",
                "{type: string, pattern: '^[a-z]{2,5}$', minLength: 5, maxLength: 5}",
                "{type: string, pattern: '[a-z]{2}', minLength: 9}",
                "{type: string, pattern: '^a|b$', minLength: 9}",
                "{type: string, pattern: '[\\w-.]+@\\_', minLength: 3}",
                "{type: string, pattern: '^[\\ud83d\\ude00é]$', maxLength: 1}",
                "{type: string, format: date-time, maxLength: 20}",
                "{type: string, format: uuid, minLength: 36, maxLength: 36}",
                "{type: [string, 'null'], enum: [b, null], allOf: [{enum: [b, c, null]}]}",
                "{type: object, properties: {schema: {type: string}, example: {type: string}}, example: {schema: a}}",
            })
    void aSchemaThatHoldsWhatItSaysOfItselfIsTaken(String schema) throws IOException {
        String id = "        id: {type: string, format: uuid}\n";
        String contract = small().replace(id, id + "        other: " + schema + "\n");

        assertThat(ids(Contract.parse("small.yaml", contract)))
                .anyMatch(clause -> clause.startsWith("PingTest/properties/other/"));
    }

    @ParameterizedTest
    @CsvSource({"parameters, SerialNumber", "headers, Kind", "responses, Refused", "examples, open"})
    void aComponentMayReferToAnother(String kind, String name) throws IOException {
        String reference = "#/components/" + kind + "/";
        String contract = small().replace(reference + name + "'", reference + "Same'")
                .replace("\n  " + kind + ":\n", "\n  " + kind + ":\n    Same: {$ref: '" + reference + name + "'}\n");

        assertThat(ids(Contract.parse("small.yaml", contract))).isEqualTo(ids(Contract.parse("small.yaml", small())));
        assertThatThrownBy(() -> Contract.parse(
                        "small.yaml",
                        contract.replace("Same: {$ref: '" + reference + name, "Same: {$ref: '" + reference + "Same")))
                .hasMessage("small.yaml: /components/" + kind + "/Same/$ref: a cycle of references by /components/"
                        + kind + "/Same");
    }

    @Test
    void aSecuritySchemeMayReferToAnother() throws IOException {
        String contract = small().replace(
                        "{bearer: {type: http,",
                        "{bearer: {$ref: '#/components/securitySchemes/token'}, token: {type: http,");

        assertThat(ids(Contract.parse("small.yaml", contract))).contains("read/security");
    }

    @Test
    void aMemberMayHaveToBeAbsentOnACondition() throws IOException {
        String before = "properties: {figures: {type: 'null'}}";
        String contract = small().replace(before, "properties: {figures: {type: 'null'}, name: {type: 'null'}}");

        assertThat(ids(Contract.parse("small.yaml", contract))).contains("PingTest/else/properties/name/type");
    }

    /** What is no letter in an address, a fragment or a pointer is one in a name. */
    @ParameterizedTest
    @ValueSource(strings = {"a%62", "a+b", "a b", "ä", "#", "a~b", "a/b", "", "$ref ", "%"})
    void aMemberHasWhateverName(String name) throws IOException {
        String id = "        id: {type: string, format: uuid}\n";
        String contract = small().replace(id, id + "        '" + name + "': {type: integer}\n")
                .replace("name: some,", "name: some, '" + name + "': one,");

        assertThatThrownBy(() -> Contract.parse("small.yaml", contract))
                .isInstanceOf(InvalidContract.class)
                .hasMessageContaining("/components/examples/done/value" + Document.segment(name)
                        + ": the example breaks PingTest/properties" + Document.segment(name) + "/type");
    }

    @Test
    void aStateShowsMembersOfItsAnswers() throws IOException {
        String serves = "serves: [open, done]";
        String contract = small().replace(serves, serves + ", started: true, shows: {/hops/0: \"'x'\"}");

        assertThatThrownBy(() -> Contract.parse("small.yaml", contract))
                .isInstanceOf(InvalidContract.class)
                .hasMessage("small.yaml: /x-provider-states/a job runs/shows/~1hops~10: no answer of the state has this"
                        + " member");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jobs+more/%20/", "/jobs%62/"})
    void aPathMayBeEncoded(String jobs) throws IOException {
        Contract read = Contract.parse("small.yaml", small().replace("/jobs/", jobs));

        assertThat(read.underTest().target(read.keys().example())).isEqualTo("/gateways/SN1" + jobs + "t-1");
    }

    @Test
    void aKeyIsDrawnByEscapedCharacters() throws IOException {
        String contract =
                small().replace("x-owner: gateway,", "x-owner: gateway, x-fresh: 'SN\\u00e9[\\u0041-\\u0043]{9}',");

        assertThat(Contract.parse("small.yaml", contract)
                        .keys()
                        .fresh(new SplittableRandom(1))
                        .value("serial-number"))
                .matches("SN\u00E9[ABC]{9}");
    }

    @Test
    void aRequestOfSeveralExamplesIsShownByTheFirst() throws IOException {
        String operation = "      operationId: begin\n";
        String examples = "{none: {value: {}}, kind: {value: {kind: fast}}}";
        String contract = small().replace(
                        operation,
                        operation
                                + "      requestBody: {required: true, content: {application/json: {schema: {type: object}, "
                                + "examples: " + examples + "}}}\n");
        Contract read = Contract.parse("small.yaml", contract);

        assertThat(read.requestExample(read.supporting().orElseThrow()).toString())
                .isEqualTo("{}");
    }

    @Test
    void aSchemaOfAnswersMayBeThatOfRequestsAsWell() throws IOException {
        String operation = "      operationId: begin\n";
        String contract = small().replace(
                        operation,
                        operation
                                + "      requestBody: {required: true, content: {application/json: {schema: "
                                + "{$ref: '#/components/schemas/PingTest'}}}}\n");

        assertThat(Contract.parse("small.yaml", contract)
                        .clause("PingTest/required/status")
                        .basis())
                .isEqualTo(Basis.DERIVED);
    }

    @Test
    void aSchemaOfAHeaderMayBeThatOfAParameterAsWell() throws IOException {
        String kind = "{$ref: '#/components/schemas/Kind'}";
        String id = "{$ref: '#/components/parameters/TaskId'}";
        String contract = small().replace(
                        "{schema: {type: string, enum: [fast, slow]}, example: fast}",
                        "{schema: " + kind + ", example: fast}")
                .replace(id, id + ", {name: kind, in: query, schema: " + kind + "}")
                .replace("  schemas:\n", "  schemas:\n    Kind: {enum: [fast, slow], x-basis: inferred}\n");

        assertThat(Contract.parse("small.yaml", contract).clause("Kind/enum").basis())
                .isEqualTo(Basis.INFERRED);
    }

    @Test
    void whatARequestMayBringBindsWhoSendsIt() throws IOException {
        String id = "{$ref: '#/components/parameters/TaskId'}";
        String contract = small().replace(id, id + ", {name: view, in: query, schema: {type: boolean}}");
        Contract read = Contract.parse("small.yaml", contract);

        assertThat(read.underTest().target(read.keys().example())).isEqualTo("/gateways/SN1/jobs/t-1");
        assertThat(read.requestObligations(read.underTest()).parametersIn("query"))
                .singleElement()
                .satisfies(parameter ->
                        assertThat(parameter.getValue().takes("maybe")).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.5e-3", "10.0.0.1", "1.2.3", "no-one", "'no'", "\"0x64\"", "2025-05", "null-safe", "y"})
    void whatEveryReaderOfYamlReadsAlikeIsTaken(String value) throws IOException {
        String contract = small().replace("x-task: job\n", "x-task: job\nexternalDocs: {a: " + value + "}\n");

        assertThat(Contract.parse("small.yaml", contract).task()).isEqualTo("job");
    }

    @Test
    void aNumberOfAThousandDigitsIsTaken() throws IOException {
        String contract =
                small().replace("x-task: job\n", "x-task: job\nexternalDocs: {a: " + "9".repeat(1_000) + "}\n");

        assertThat(Contract.parse("small.yaml", contract).task()).isEqualTo("job");
    }

    @Test
    void aTaskMayBeNamedByANumber() throws IOException {
        String contract = small().replace("{type: string}, example: t-1", "{type: integer, minimum: 10}, example: t-1")
                .replace("t-1", "71");

        Contract read = Contract.parse("small.yaml", contract);
        Key key = read.keys().example();

        assertThat(key.value("task-id")).isEqualTo("71");
        assertThat(read.isMalformed(key)).isFalse();
        assertThat(read.isMalformed(key.with("task-id", "9"))).isTrue();
        assertThat(read.isMalformed(key.with("task-id", "seventy"))).isTrue();
    }

    @Test
    void aParameterMayBeTrueOrFalse() throws IOException {
        String id = "{$ref: '#/components/parameters/TaskId'}";
        String contract = small().replace(
                        id,
                        id + ", {name: verbose, in: query, required: true, schema: {type: boolean}, example: true}");
        Contract read = Contract.parse("small.yaml", contract);

        assertThat(read.underTest().target(read.keys().example())).isEqualTo("/gateways/SN1/jobs/t-1?verbose=true");
        assertThat(read.requestObligations(read.underTest()).parametersIn("query"))
                .singleElement()
                .satisfies(parameter -> {
                    assertThat(parameter.getValue().takes("false")).isTrue();
                    assertThat(parameter.getValue().takes("yes")).isFalse();
                    assertThat(parameter.getValue().value("true").isBoolean()).isTrue();
                });
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
        return Files.readString(FILES.resolve("small.yaml"));
    }

    /** With the schemas that a change refers to. */
    private static String withSchemas(String contract) {
        Map<String, String> schemas = Map.of(
                "Kind", "{enum: [fast, slow]}",
                "Status", "{type: string, enum: [OPEN, DONE], x-terminal: [DONE]}",
                "Ends", "{enum: [OPEN, DONE, GONE], x-terminal: [DONE]}",
                "Gone", "{$ref: '#/components/schemas/Missing', properties: {task: {type: string}}}");
        String all = contract;
        for (Map.Entry<String, String> schema : schemas.entrySet()) {
            if (contract.contains("#/components/schemas/" + schema.getKey() + "'")) {
                all = all.replace(
                        "  schemas:\n", "  schemas:\n    " + schema.getKey() + ": " + schema.getValue() + "\n");
            }
        }
        return all;
    }

    private static List<String> ids(Contract contract) {
        return contract.clauses().stream().map(Clause::id).toList();
    }
}
