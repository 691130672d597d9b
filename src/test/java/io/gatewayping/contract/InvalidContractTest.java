package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A contract that does not hold what it says of itself is not loaded: each case spoils the real one in one place. */
final class InvalidContractTest {

    private static final Path CONTRACT = Path.of("openapi/gateway-ping.yaml");

    static List<Arguments> spoiled() {
        return YAMLMapper.shared()
                .readTree(Path.of("src/test/resources/contract/invalid.yaml").toFile())
                .valueStream()
                .map(row ->
                        Arguments.of(row.valueStream().map(JsonNode::asString).toArray()))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiled")
    void isRefused(String what, String good, String bad, String message) throws IOException {
        String contract = Files.readString(CONTRACT);
        assertThat(contract).contains(good);

        assertThatThrownBy(() -> Contract.parse("spoiled.yaml", contract.replace(good, bad)))
                .isInstanceOf(InvalidContract.class)
                .hasMessageStartingWith("spoiled.yaml: ")
                .hasMessageContaining(message)
                .hasMessageNotContainingAny("\n", "Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-rules: [RULE] | /components/schemas/PingTestRequest/x-rules/0",
                "allOf: [{x-rules: [RULE]}] | /components/schemas/PingTestRequest/allOf/0/x-rules/0",
            })
    void aRuleWhereNobodyReadsItIsRefused(String rules, String place) throws IOException {
        String contract = Files.readString(CONTRACT);
        String rule = "{id: unread, rule: 'true', message: m, basis: derived, breaks: {a: b}}";
        String spoiled = contract.replace(
                "    PingTestRequest:\n", "    PingTestRequest:\n      " + rules.replace("RULE", rule) + "\n");

        assertThatThrownBy(() -> Contract.parse("spoiled.yaml", spoiled))
                .isInstanceOf(InvalidContract.class)
                .hasMessage("spoiled.yaml: " + place
                        + ": rules are read on operations and on the schemas of responses only");
    }

    @Test
    void alsoOfARuleOnWholeResponsesNamesNoRuleThatHolds() throws IOException {
        String contract = Files.readString(CONTRACT);
        String good = "          breaks: {headers: {x-debug-authorization: [Bearer $TOKEN]}}\n";
        assertThat(contract).contains(good);

        assertThatThrownBy(() -> Contract.parse(
                        "spoiled.yaml", contract.replace(good, good + "          also: [latency-order]\n")))
                .isInstanceOf(InvalidContract.class)
                .hasMessageEndingWith("/get/x-rules/0/also: breaks of the rule token-never-echoed breaks also [],"
                        + " not [latency-order]");
    }

    @Test
    void aRuleThatCannotBeEvaluatedIsRefused() throws IOException {
        String contract = Files.readString(CONTRACT);
        String good = "time(self.startTime) <=";
        assertThat(contract).contains(good);

        assertThatThrownBy(() -> Contract.parse("spoiled.yaml", contract.replace(good, "self.beginning <=")))
                .isInstanceOf(InvalidContract.class)
                .hasMessageContaining("the rule end-not-before-start could not be evaluated");
    }

    @Test
    void referencesThatDoubleAtEachStepAreRefused() throws IOException {
        StringBuilder doubling = new StringBuilder("  schemas:\n");
        for (int step = 0; step < 40; step++) {
            String next = "{$ref: '#/components/schemas/" + (step == 39 ? "PingResult" : "S" + (step + 1)) + "'}";
            doubling.append("    S" + step + ": {properties: {a: " + next + ", b: " + next + "}}\n");
        }
        String raw = "        rawOutput:\n";
        String contract = Files.readString(CONTRACT)
                .replace("  schemas:\n", doubling)
                .replace(raw, "        deep: {$ref: '#/components/schemas/S0'}\n" + raw);

        assertThatThrownBy(() -> Contract.parse("spoiled.yaml", contract))
                .isInstanceOf(InvalidContract.class)
                .hasMessageMatching("spoiled.yaml: /components/schemas/S\\d+/properties/a/\\$ref: "
                        + "leads to more than 10000 parts, references in it followed");
    }

    @Test
    void aKeyThatReadsAsAWordOfAnAnswerIsRefused(@TempDir Path folder) throws IOException {
        String cable = Files.readString(Path.of("src/test/resources/cable/cable-test.yaml"));
        Path spoiled = Files.writeString(
                folder.resolve("spoiled.yaml"),
                cable.replace("campus-0042", "status").replace("'^(campus|branch)-[0-9]{4}$'", "'^[a-z]{3,8}$'"));

        assertThatThrownBy(() -> Contract.load(spoiled))
                .isInstanceOf(InvalidContract.class)
                .hasMessageMatching(
                        ".*spoiled.yaml: /paths/.*/get: the answer '.*' breaks the contract where it is given"
                                + " to another key than .*");
    }

    static List<Arguments> noDocuments() {
        return List.of(
                Arguments.of("nothing", bytes(""), "/: no OpenAPI document: it holds no members"),
                Arguments.of("words", bytes("a contract"), "/: no OpenAPI document: it holds no members"),
                Arguments.of("a list", bytes("- openapi: 3.1.0"), "/: no OpenAPI document: it holds no members"),
                Arguments.of(
                        "an alias bomb",
                        bytes("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]"),
                        "/a: anchors and aliases are not read; write it out"),
                Arguments.of(
                        "too deep",
                        bytes("a: " + "[".repeat(10_000)),
                        "line 1: more than is read of YAML, which is 500 levels and 1000 digits"),
                Arguments.of(
                        "as deep as may be",
                        bytes("a: " + "[".repeat(499) + "]".repeat(499)),
                        "/openapi: not an OpenAPI 3.1 document"),
                Arguments.of(
                        "one level too deep",
                        bytes("a: " + "[".repeat(500) + "]".repeat(500)),
                        "line 1: more than is read of YAML, which is 500 levels and 1000 digits"),
                Arguments.of(
                        "not YAML in its third line",
                        bytes("openapi: 3.1.0\ninfo: a\n  b: c\n"),
                        "line 3: no YAML: mapping values are not allowed here"),
                Arguments.of(
                        "not UTF-8", "openapi: 3.1.0 # \u00e9".getBytes(StandardCharsets.ISO_8859_1), "/: not UTF-8"),
                Arguments.of("UTF-16", "openapi: 3.1.0".getBytes(StandardCharsets.UTF_16), "/: not UTF-8"),
                Arguments.of(
                        "as long as may be",
                        bytes("#" + "x".repeat((1 << 20) - 1)),
                        "/: no OpenAPI document: it holds no members"),
                Arguments.of(
                        "too long",
                        bytes("#" + "x".repeat(1 << 20)),
                        "/: longer than the 1 MiB that is read of a contract"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noDocuments")
    void isNoDocument(String what, byte[] bytes, String message, @TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("contract.yaml"), bytes);

        assertThatThrownBy(() -> Contract.load(file))
                .isInstanceOf(InvalidContract.class)
                .hasMessage(file + ": " + message);
    }

    @Test
    void aContractWhoseExampleWouldTakeTooLongIsRefused() throws IOException {
        String small = Files.readString(Path.of("src/test/resources/contract/small.yaml"));

        assertThatThrownBy(() -> Contract.parse(
                        "slow.yaml",
                        small.replace("'^[a-z]+$'", "'(?:a{4900}b)?'")
                                .replace("name: some", "name: " + "a".repeat(150_000))))
                .isInstanceOf(InvalidContract.class)
                .hasMessageStartingWith("slow.yaml: /: a pattern of 49")
                .hasMessageContaining("is not tried on a text of 150000 characters");
    }

    @Test
    void aFolderIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> Contract.load(folder))
                .isInstanceOf(InvalidContract.class)
                .hasMessageStartingWith(folder + ": it cannot be read: ");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> Contract.load(Path.of("openapi/nowhere.yaml")))
                .isInstanceOf(InvalidContract.class)
                .hasMessage("openapi/nowhere.yaml: there is no such file");
    }

    @Test
    void theRealOneIsLoaded() {
        assertThat(Contract.load(CONTRACT).clauses()).extracting(Clause::id).contains("received-within-sent");
    }
}
