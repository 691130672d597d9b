package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a patch makes of a body. */
final class MergePatchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":2} | {\"b\":3} | {\"a\":1,\"b\":3}",
                "{\"a\":{\"b\":1,\"c\":2}} | {\"a\":{\"b\":3}} | {\"a\":{\"b\":3,\"c\":2}}",
                "{\"a\":1} | {\"b\":{\"c\":1}} | {\"a\":1,\"b\":{\"c\":1}}",
                "{\"a\":1} | {\"a\":null} | {\"a\":null}",
                "{\"a\":[1,2]} | {\"a\":[3]} | {\"a\":[3]}",
                "{\"a\":1} | {\"a\":{\"b\":2}} | {\"a\":{\"b\":2}}",
                "{\"a\":1} | 7 | 7",
                "{\"a\":1} | {} | {\"a\":1}",
            })
    void changesWhatItNames(String target, String patch, String result) {
        JsonNode before = json(target);

        assertThat(MergePatch.applied(before, json(patch))).isEqualTo(json(result));
        assertThat(before).isEqualTo(json(target));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
