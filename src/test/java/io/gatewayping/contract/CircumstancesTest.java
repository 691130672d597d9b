package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.exchange.Key;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a rule on whole responses knows of the request. */
final class CircumstancesTest {

    private static final Key KEY = new Key(Map.of("serial-number", "SN1"));

    private Operation read;

    @BeforeEach
    void read() {
        read = Contract.load(Path.of("src/test/resources/contract/small.yaml")).underTest();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "{} | GET | application/json | true | null",
                "{'sent':{'method':'HEAD'}} | HEAD | application/json | true | null",
                "{'sent':{'headers':{'accept':'text/html'}}} | GET | text/html | true | null",
                "{'sent':{'admitted':false}} | GET | application/json | false | null",
                "{'elsewhere':{'serial-number':'SN9'}} | GET | application/json | true | SN9",
            })
    void areOrdinaryButForWhatTheCounterexampleOfARuleSays(
            String breaks, String method, String accept, boolean admitted, String owner) {
        Circumstances circumstances = Circumstances.of(read, json(breaks), KEY);

        assertThat(circumstances)
                .isEqualTo(new Circumstances(
                        method,
                        Map.of("accept", accept),
                        admitted,
                        owner == null ? null : KEY.with("serial-number", owner)));
        assertThat(circumstances.sent())
                .isEqualTo(Map.of("method", method, "headers", Map.of("accept", accept), "admitted", admitted));
        assertThat(circumstances.parameters()).isEqualTo(owner == null ? Map.of() : Map.of("serial-number", owner));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | GET | application/json | true | false | true",
                "{} | GET | application/json | false | true | true",
                "{} | HEAD | application/json | true | false | false",
                "{} | GET | text/html | true | false | false",
                "{'sent':{'method':'HEAD'}} | HEAD | application/json | true | false | true",
                "{'sent':{'method':'HEAD'}} | GET | application/json | true | false | false",
                "{'sent':{'admitted':false}} | GET | application/json | false | false | true",
                "{'sent':{'admitted':false}} | GET | application/json | true | false | false",
                "{'sent':{'headers':{'accept':'text/html'}}} | GET | text/html | true | false | true",
                "{'sent':{'headers':{'accept':'text/html'}}} | GET | application/json | true | false | false",
                "{'elsewhere':{'serial-number':'SN9'}} | GET | application/json | true | true | true",
                "{'elsewhere':{'serial-number':'SN9'}} | GET | application/json | true | false | false",
            })
    void areThoseThatACounterexampleIsFor(
            String breaks, String method, String accept, boolean admitted, boolean elsewhere, boolean they) {
        Circumstances circumstances =
                new Circumstances(method, Map.of("accept", accept), admitted, elsewhere ? KEY : null);

        assertThat(circumstances.areThoseOf(json(breaks), "GET")).isEqualTo(they);
    }

    @Test
    void nameTheOtherOwnerOfARealTask() {
        JsonNode breaks = json("{'elsewhere':{'serial-number':'SN9'}}");

        assertThat(new Circumstances("GET", Map.of(), true, KEY).told(breaks, "see SN9"))
                .isEqualTo("see SN1");
        assertThat(new Circumstances("GET", Map.of(), true, null).told(breaks, "see SN9"))
                .isEqualTo("see SN9");
        assertThat(new Circumstances("GET", Map.of(), true, KEY).told(json("{}"), "see SN9"))
                .isEqualTo("see SN9");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
