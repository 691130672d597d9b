package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body laid flat. */
final class FlatBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":\"x\"} | {/a=1, /b=x}",
                "{\"a\":{\"b/c\":true,\"d~\":null}} | {/a/b~1c=true, /a/d~0=null}",
                "[1,[2]] | {/0=1, /1/0=2}",
                "{\"a\":{},\"b\":[]} | {/a=, /b=}",
                "{} | {=}",
                "7 | {=7}",
                "<html> | {=<html>}",
                "`` | {}",
            })
    void isItsValuesByTheirPlaces(String body, String members) {
        assertThat(flat(body)).hasToString(members);
    }

    @Test
    void hasAsManyValuesAsAreReadOfJson() {
        assertThat(flat(list(9_000))).hasSize(9_000).containsEntry("/8999", "8999");
        assertThat(flat(list(11_000))).isEqualTo(Map.of("", list(11_000)));
    }

    private static String list(int values) {
        return IntStream.range(0, values).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private static Map<String, String> flat(String body) {
        return FlatBody.of(body.getBytes(StandardCharsets.UTF_8));
    }
}
