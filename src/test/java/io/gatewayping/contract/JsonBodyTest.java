package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonBodyTest {

    private static final String HALF = "half a character (an unpaired surrogate)";
    private static final String TOO_MUCH =
            "more than is read of JSON, which is 500 levels, 10000 tokens, 1000 digits and exponents of ten";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1000000000000000055511151231257827",
                "99.99999999999999999",
                "1E-400",
                "1E+999999999",
                "9007199254740993",
                "100.0",
                "\"\ud83d\ude00\"",
            })
    void nothingIsLost(String json) {
        assertThat(parse(json).value()).hasToString(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"\\ud800\" | " + HALF,
                "\"\\uDC00\" | " + HALF,
                "{\"a\": [\"x\\ud83d\"]} | " + HALF,
                "{\"\\ude00\\ud83d\": 1} | " + HALF,
                "1e99999999999 | " + TOO_MUCH,
                "1e-99999999999 | " + TOO_MUCH,
                "[1, | not JSON",
                "{\"a\": 1, \"a\": 1} | a member is named twice",
                "`   ` | no body",
            })
    void isNoBody(String json, String problem) {
        assertThat(parse(json)).isEqualTo(new JsonBody(null, problem));
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 100_000})
    void depthIsBounded(int levels) {
        assertThat(parse("[".repeat(levels) + "]".repeat(levels)).problem()).isEqualTo(TOO_MUCH);
    }

    private static JsonBody parse(String json) {
        return JsonBody.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
