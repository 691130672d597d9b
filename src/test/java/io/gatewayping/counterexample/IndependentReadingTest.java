package io.gatewayping.counterexample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The reading that the judge is held against is right itself, by JSON Schema and RFC 3339. */
final class IndependentReadingTest {

    @ParameterizedTest(name = "{0}: {1} allows {2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type | `\"integer\"` | 7 | true",
                "type | `\"integer\"` | 7.5 | false",
                "type | `\"number\"` | 7 | true",
                "type | `\"number\"` | 7.5 | true",
                "type | `\"number\"` | `\"7\"` | false",
                "type | `\"string\"` | `\"7\"` | true",
                "type | `\"string\"` | null | false",
                "type | `[\"string\",\"null\"]` | null | true",
                "type | `[\"string\",\"null\"]` | false | false",
                "type | `\"boolean\"` | false | true",
                "type | `\"boolean\"` | 0 | false",
                "type | `\"array\"` | [] | true",
                "type | `\"array\"` | {} | false",
                "type | `\"object\"` | {} | true",
                "type | `\"object\"` | [] | false",
                "enum | `[\"A\",\"B\"]` | `\"B\"` | true",
                "enum | `[\"A\",\"B\"]` | `\"b\"` | false",
                "const | 100 | 100 | true",
                "const | 100 | 99 | false",
                "pattern | `\"^[0-9]+$\"` | `\"12\"` | true",
                "pattern | `\"^[0-9]+$\"` | `\"12\\n\"` | false",
                "pattern | `\"[0-9]\"` | `\"a1a\"` | true",
                "pattern | `\"^\\\\u00e9\\\\u{e9}$\"` | `\"\u00E9\u00E9\"` | true",
                "pattern | `\"^\\\\\\\\u{2}$\"` | `\"\\\\uu\"` | true",
                "minimum | 0 | 0 | true",
                "minimum | 0 | -1 | false",
                "maximum | 100 | 100 | true",
                "maximum | 100 | 101 | false",
                "minLength | 2 | `\"ab\"` | true",
                "minLength | 2 | `\"a\"` | false",
                "maxLength | 2 | `\"ab\"` | true",
                "maxLength | 2 | `\"abc\"` | false",
                "format | `\"date-time\"` | `\"2025-05-20T13:34:57Z\"` | true",
                "format | `\"date-time\"` | `\"2025-05-20t13:34:57.5z\"` | true",
                "format | `\"date-time\"` | `\"2025-05-20T13:34:57+14:00\"` | true",
                "format | `\"date-time\"` | `\"2025-05-20T13:34Z\"` | false",
                "format | `\"date-time\"` | `\"2025-05-20T13:34:57\"` | false",
                "format | `\"date-time\"` | `\"2025-02-30T13:34:57Z\"` | false",
                "format | `\"date-time\"` | `\"2016-12-31T23:59:60Z\"` | true",
                "format | `\"date-time\"` | `\"2017-01-01T00:59:60.5+01:00\"` | true",
                "format | `\"date-time\"` | `\"2016-12-31T13:59:60Z\"` | false",
                "format | `\"date-time\"` | `\"2016-12-31T23:58:60Z\"` | false",
                "format | `\"date-time\"` | `\"2016-12-30T23:59:60Z\"` | false",
                "format | `\"uuid\"` | `\"2025-05-20T13:34:57Z\"` | false",
            })
    void allows(String keyword, String demand, String value, boolean allowed) {
        assertThat(IndependentReading.allows(
                        keyword,
                        JsonMapper.shared().readTree(demand),
                        JsonMapper.shared().readTree(value)))
                .isEqualTo(allowed);
    }
}
