package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A contract may be written in JSON, whatever of it YAML would not take. */
final class PlainJsonTest {

    private static final String JSON = JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(YAMLMapper.shared()
                    .readTree(Path.of("openapi/gateway-ping.yaml").toFile()))
            .replaceAll("(?m)^ +", "\t");

    @ParameterizedTest
    @ValueSource(strings = {"contract.json", "contract.yaml"})
    void isReadWithTabs(String file) {
        assertThat(JSON).contains("\n\t\"");

        assertThat(Contract.parse(file, "\t\r\n" + JSON).clauses())
                .hasSameSizeAs(Contract.builtIn().clauses());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"openapi\" :|`\"openapi\"\n\t:`",
                "\"x-task\" : \"ping test\"|\"x-task\" : \"ping \\u0074est\"",
                "\"Gateway ping test\"|\"Gateway \u007f ping \\ud83d\\ude00 \\/ test\"",
            })
    void isReadAsJsonHasIt(String good, String other) {
        assertThat(JSON).contains(good);

        assertThat(Contract.parse("contract.json", JSON.replace(good, other)).task())
                .isEqualTo("ping test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"x-provider\" :|\"x-provider\" : \"a\", \"x-provider\" :|/x-provider: it is named twice",
                "\"maximum\" : 100|\"maximum\" : 1e1001|/components/schemas/PingTest/properties/progressPercent/maximum:"
                        + " more than is read of JSON, which is 500 levels and 1000 digits",
                "\"Gateway ping test\"|\"Gateway \\ud83d test\"|/info/title: half a character (an unpaired surrogate)",
                "\"openapi\" : \"3.1.0\",|\"openapi\" : \"3.1.0\"|line 3: no JSON: Unexpected character ('\"' (code 34)):"
                        + " was expecting comma to separate Object entries",
            })
    void isRefused(String good, String bad, String message) {
        assertThat(JSON).contains(good);

        assertThatThrownBy(() -> Contract.parse("spoiled.json", JSON.replace(good, bad)))
                .isInstanceOf(InvalidContract.class)
                .hasMessage("spoiled.json: " + message);
    }

    @ParameterizedTest
    @CsvSource({"'[', 501", "{\"a\":, 501", "1, 1001"})
    void isRefusedForMoreThanIsRead(String part, int times) {
        assertThatThrownBy(() -> Contract.parse("spoiled.json", "{\"openapi\": " + part.repeat(times) + "}"))
                .isInstanceOf(InvalidContract.class)
                .hasMessageMatching("spoiled.json: (line 1|/openapi): more than is read of JSON, "
                        + "which is 500 levels and 1000 digits");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"openapi\": \"3.1.0\"|line 1: no JSON: Unexpected end-of-input: expected close marker for Object",
                "[1]|/: no OpenAPI document: it holds no members",
                "null|/: no OpenAPI document: it holds no members",
                "openapi: 3.1.0|line 1: no JSON: Unrecognized token 'openapi': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
            })
    void isToldAsJsonWhereItIsCalledSo(String text, String message) {
        assertThatThrownBy(() -> Contract.parse("spoiled.json", text))
                .isInstanceOf(InvalidContract.class)
                .hasMessage("spoiled.json: " + message);
    }

    @Test
    void isYamlWhereItIsNoJson() {
        ObjectNode contract = (ObjectNode) JsonMapper.shared().readTree(JSON);
        contract.remove("openapi");
        String yaml = "{openapi: 3.1.0, " + contract.toString().substring(1);

        assertThat(Contract.parse("contract.yaml", yaml).task()).isEqualTo("ping test");
    }
}
