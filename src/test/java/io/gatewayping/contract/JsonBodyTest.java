package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"\\u00e9\\ud83d\\ude00\" | \"\u00e9\ud83d\ude00\"",
                "[1, null, {\"a\": \"\\u0041\"}] | [1,null,{\"a\":\"A\"}]",
            })
    void wholeCharactersMayBeEscaped(String json, String value) {
        assertThat(parse(json).value()).hasToString(value);
    }

    @Test
    void isUtf8() {
        assertThat(JsonBody.parse("\"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new JsonBody(null, "not UTF-8"));
    }

    @Test
    void isReadOnceAndNotTakenForAnother() {
        byte[] bytes = {'1'};
        JsonBody one = JsonBody.parse(bytes);

        assertThat(JsonBody.parse(bytes)).isSameAs(one);
        assertThat(parse("2").value()).hasToString("2");
        assertThat(JsonBody.parse(bytes)).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | true",
                "Application/JSON; charset=utf-8 | true",
                "application/json;a=\"x\\\"y\" | true",
                "application/json;a | false",
                "application/jsonp | false",
                "application/problem+json | false",
                "text/html | false",
            })
    void isNamedByItsMediaType(String contentType, boolean named) {
        assertThat(JsonBody.isNamedBy(contentType)).isEqualTo(named);
    }

    private static JsonBody parse(String json) {
        return JsonBody.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
