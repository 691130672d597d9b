package io.gatewayping.pact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Matching rules that Pact passes over, by their place. */
final class UnreadRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"body\":{\"$.a\":{\"matchers\":[{\"match\":\"type\"}]}}} | ``",
                "{\"body\":{\"$.a\":{}}} | ``",
                "{\"body\":{\"$.a\":{\"matchers\":[]}}} | ``",
                "{\"body\":{\"$.a\":{\"match\":\"type\"}}} | /body/$.a",
                "{\"body\":{\"$.a\":{\"matchers\":[{\"match\":\"type\"},{\"matsch\":\"type\"}]}}} | /body/$.a",
                "{\"body\":{\"$.a\":{\"matchers\":{\"match\":\"type\"}}}} | /body/$.a",
                "{\"header\":{\"X-A\":{\"matchers\":[{\"match\":1}]}},\"headers\":{\"X-B\":{\"a\":1}}} | /header/X-A /headers/X-B",
                "{\"status\":{\"matchers\":[{\"match\":\"statusCode\"}]}} | ``",
                "{\"status\":{\"match\":\"statusCode\"}} | /status",
                "{\"path\":{\"matchers\":[{\"match\":\"type\"}]}} | /path",
                "{\"$.body.a\":{\"match\":\"type\"}} | ``",
            })
    void standInAnAnswer(String rules, String places) {
        assertThat(places("{\"interactions\":[{\"response\":{\"matchingRules\":" + rules + "}}]}"))
                .containsExactlyElementsOf(
                        places.isEmpty()
                                ? List.of()
                                : List.of(places.split(" ")).stream()
                                        .map(place -> "/interactions/0/response/matchingRules" + place)
                                        .toList());
    }

    @Test
    void areCountedByInteraction() {
        assertThat(
                        places(
                                """
                        {"interactions": [
                         {"request": {"matchingRules": {"path": {"a": 1}}}, "response": {}},
                         {"response": {"matchingRules": {"status": {"a": 1}}}}]}
                        """))
                .containsExactly("/interactions/1/response/matchingRules/status");
    }

    private static List<String> places(String pact) {
        return UnreadRules.in(JsonMapper.shared().readTree(pact));
    }
}
