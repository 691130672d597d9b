package io.gatewayping.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a rule is broken, as a finding tells it. */
final class RulePlaceTest {

    private static final String LONG = "a".repeat(300) + "<evil>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1} | {\"a\":2} | /a | 1",
                "{\"a\":{\"b/c\":true}} | {\"a\":{\"b/c\":false}} | /a/b~1c | true",
                "{\"a\":{\"b\":1}} | {\"a\":{}} | /a | {\"b\":1}",
                "{\"a\":1} | {\"b\":2} | /b | nothing",
                "{\"a\":1} | {} | '' | {\"a\":1}",
            })
    void aBodyBreaksItWhereTheCounterexampleOfTheRuleDoes(String body, String breaks, String place, String actual) {
        assertThat(RulePlace.in(json(body), json(breaks), other -> true)).isEqualTo(new RulePlace(place, actual));
    }

    @Test
    void ofALongTextThePartIsShownThatBreaksIt() {
        JsonNode body = json("{\"a\":{\"b\":\"" + LONG + "\",\"c\":1}}");
        RulePlace broken = RulePlace.in(
                body,
                json("{\"a\":{\"b\":\"x\"}}"),
                other -> other.at("/a/c").asInt(0) == 1
                        && other.at("/a/b").asString().contains("evil"));

        assertThat(broken.place()).isEqualTo("/a/b");
        assertThat(broken.actual()).startsWith("…aaa").endsWith("a<evil>");
        assertThat(body.at("/a/b").asString()).isEqualTo(LONG);
    }

    /** Whatever else a provider sends would be judged again with each part. */
    @Test
    void itIsLookedForBesideNothingElseWhereThatWillDo() {
        List<JsonNode> tried = new ArrayList<>();
        RulePlace broken = RulePlace.in(
                json("{\"a\":\"" + LONG + "\",\"more\":[\"and\",\"more\"]}"),
                json("{\"a\":\"x\"}"),
                other -> tried.add(other) && other.path("a").asString().contains("evil"));

        assertThat(broken.actual()).endsWith("a<evil>");
        assertThat(tried).isNotEmpty().noneMatch(other -> other.has("more"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":\"good\",\"b\":\"evil\"} | /b | \"evil\"",
                "{\"b\":\"evil\",\"c\":[\"good\"]} | /b | \"evil\"",
                "{\"a\":\"good\",\"c\":[1,{\"d\":\"evil\"}]} | /c/1/d | \"evil\"",
                "{\"a\":\"good\",\"c\":[\"good\",\"evil\"]} | /c/1 | \"evil\"",
                "{\"a\":\"good\",\"b\":\"evil\",\"c\":\"evil\"} | /b | \"evil\"",
                "{\"a\":\"good\",\"evil\":1} | /a | \"good\"",
                "{\"a\":\"evil\",\"b\":\"evil\"} | /a | \"evil\"",
            })
    void whereItIsAnotherTextThatBreaksTheRuleItIsThere(String body, String place, String actual) {
        Predicate<JsonNode> broken = other -> other.toString().contains("evil");

        assertThat(RulePlace.in(json(body), json("{\"a\":\"x\"}"), broken)).isEqualTo(new RulePlace(place, actual));
    }

    @Test
    void aLongTextIsShownFromItsBeginningWhereNoTextBreaksTheRuleByItself() {
        AtomicInteger tries = new AtomicInteger();
        RulePlace broken = RulePlace.in(
                json("{\"a\":\"" + LONG + "\",\"b\":[" + "\"evil\",".repeat(100) + "\"evil\"]}"),
                json("{\"a\":\"x\"}"),
                other -> tries.incrementAndGet() > 0
                        && other.path("b").toString().contains("evil"));

        assertThat(broken.place()).isEqualTo("/a");
        assertThat(broken.actual()).startsWith("aaa").endsWith("(306 characters)");
        assertThat(tries).hasValueLessThan(10);
    }

    @Test
    void aTextIsShownAsItStandsInTheBodyUntilItIsTooLong() {
        assertThat(RulePlace.in(json("{\"a\":\"" + "b".repeat(200) + "\"}"), json("{\"a\":\"x\"}"), other -> true)
                        .actual())
                .startsWith("\"b");
        assertThat(RulePlace.in(json("{\"a\":\"" + "b".repeat(201) + "\"}"), json("{\"a\":\"x\"}"), other -> true)
                        .actual())
                .startsWith("b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1} | {\"a\":2} | /a | 2 after 1",
                "{\"a\":1} | {\"b\":2} | /a | nothing after 1",
                "{\"a\":1,\"b\":1} | {\"a\":1,\"b\":2} | /b | 2 after 1",
                "{\"a\":1,\"b\":{\"c\":1,\"d\":1}} | {\"a\":1,\"b\":{\"c\":1,\"d\":2}} | /b/d | 2 after 1",
                "{\"a\":1,\"b\":{\"c\":1}} | {\"a\":1,\"b\":[]} | /b | [] after {\"c\":1}",
                "{\"a\":1,\"b\":[1]} | {\"a\":1,\"b\":{}} | /b | {} after [1]",
                "{\"a\":1,\"b\":1} | {\"a\":1} | /b | nothing after 1",
                "{\"a\":1} | {\"a\":1,\"b/c\":1} | /b~1c | 1 after nothing",
                "{\"a\":1} | {\"a\":1} | /a | 1 after 1",
            })
    void aTransitionBreaksItWhereTheBodiesDiffer(String old, String body, String place, String actual) {
        assertThat(RulePlace.between(json(old), json(body), json("{\"a\":9}"))).isEqualTo(new RulePlace(place, actual));
    }

    @Test
    void aResponseBreaksItByAHeader() {
        assertThat(RulePlace.in(response("body", "x-a", "good", "x-b", LONG), "all of it", other -> other.headers()
                        .toString()
                        .contains("<evil>")))
                .satisfies(broken -> {
                    assertThat(broken.place()).isEqualTo("header x-b");
                    assertThat(broken.actual()).startsWith("…aaa").endsWith("<evil>");
                });
    }

    @Test
    void aResponseBreaksItByItsText() {
        assertThat(RulePlace.in(response(LONG, "x-a", "good"), "all of it", other -> other.text()
                        .contains("<evil>")))
                .satisfies(broken -> {
                    assertThat(broken.place()).isEmpty();
                    assertThat(broken.actual()).startsWith("…aaa").endsWith("<evil>");
                });
    }

    @Test
    void whatNoPartBreaksByItselfIsShownAsAWhole() {
        assertThat(RulePlace.in(response("body", "x-a", "evil"), "all of it", other -> other.status() == 200))
                .isEqualTo(new RulePlace("", "all of it"));
        assertThat(RulePlace.in(
                        response("body", "x-a", "evil"),
                        "all of it",
                        other -> other.text().equals("body") && other.headers().containsKey("x-a")))
                .isEqualTo(new RulePlace("", "all of it"));
    }

    private static Response response(String body, String... headers) {
        TreeMap<String, List<String>> fields = new TreeMap<>();
        for (int index = 0; index < headers.length; index += 2) {
            fields.put(headers[index], List.of(headers[index + 1]));
        }
        return new Response(200, fields, body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
