package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cel.common.CelValidationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What rules say of numbers and times is exact, whatever spells them. */
final class RuleLibraryTest {

    private static final String BODY =
            """
            {"whole": 5, "tenth": 0.1, "tenthAndMore": 0.10000000000000000001, "hundred": 1e2, "past53Bits": 9007199254740993,
             "past64Bits": 99999999999999999999, "huge": 1e999999999, "tiny": 1e-999999999, "text": "0.10",
             "list": [1, 2.50, {"of": 1.0}], "map": {"a": 2.5, "b": [null]}, "nothing": null}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "decimal('100.0000000000000001') <= 100 | false",
                "decimal('100.0000000000000001') > 100 | true",
                "decimal('0.1') + decimal('0.2') == decimal('0.3') | true",
                "decimal('0.3') - decimal('0.1') == decimal('0.2') | true",
                "decimal('0.1') * decimal('3') == decimal('0.3') | true",
                "decimal('007') == 7 && 7 == decimal('007') | true",
                "decimal('7') == decimal('7.000') | true",
                "decimal('7') != 7 | false",
                "decimal('-1') < 0 && 0 > decimal('-1') | true",
                "decimal(0.1) == decimal('0.1') | true",
                "decimal('0.1') == 0.1 | true",
                "decimal('5') in [1, 5] && !(decimal('5') in [1, 6]) && 'a' in self.map && !('c' in self.map) | true",
                "decimal.distance('1.5', 2) == decimal('0.5') && decimal.distance(2, '1.5') == decimal('0.5') | true",
                "2 * decimal('1.5') == 3 && decimal('1.5') * 2 == 3 && 1 + decimal('1.5') >= 2 | true",
                "decimal(self.text) == self.tenth | true",
                "self.tenth == self.tenthAndMore | false",
                "self.tenth < self.tenthAndMore | true",
                "self.whole == 5 && self.hundred == 100 && 100 >= self.hundred | true",
                "self.past53Bits == 9007199254740992 | false",
                "self.past53Bits > 9007199254740992 | true",
                "self.past64Bits > self.past53Bits && self.whole < self.past64Bits | true",
                "self.past64Bits == decimal('99999999999999999999') | true",
                "self.huge > self.past64Bits && self.tiny > 0 && self.tiny < self.tenth && self.huge == self.huge | true",
                "self.list == [1, 2.5, {'of': 1}] | true",
                "self.list == [1, 2.5, {'of': 2}] | false",
                "self.list == [1, 2.5] | false",
                "self.map == {'a': decimal('2.5'), 'b': [null]} | true",
                "self.map == {'a': decimal('2.5'), 'c': [null]} | false",
                "self.map == self.list | false",
                "self.text == self.tenth | false",
                "self.nothing == null && self.text != null | true",
                "time('2025-05-20T13:34:57+02:00') == time('2025-05-20t11:34:57.000z') | true",
                "time('2025-05-20T13:34:57.0000000001Z') > time('2025-05-20T13:34:57Z') | true",
                "time('2016-12-31T23:59:59.999Z') < time('2016-12-31T23:59:60Z') | true",
                "time('2016-12-31T23:59:60.9Z') <= time('2017-01-01T00:00:00Z') | true",
                "time('2025-05-20T13:34:57Z') >= time('2025-05-20T13:34:58Z') | false",
                "regex.extract('abc', 'b').orValue('') + regex.extract('abc', 'b(c)').orValue('') == 'bc' | true",
                "regex.extract('abc', 'x').hasValue() || regex.extract('b bx', 'b(x)?').hasValue() | false",
                "regex.extractAll('a1 b2', '[0-9]') == ['1', '2'] && regex.extractAll('', 'a(b)?') == [] | true",
                "'abc'.matches('b') && matches('abc', '^a') && !'abc'.matches('^b') | true",
            })
    void isTrue(String rule, boolean truth) throws Exception {
        assertThat(new RuleProgram.Compiler(Map.of())
                        .compile("true", rule)
                        .judge(input())
                        .answer())
                .isEqualTo(truth ? Ruling.Answer.HOLDS : Ruling.Answer.BROKEN);
    }

    @Test
    void ofLongTextsEachTellsItsOwn() throws Exception {
        String blanks = " ".repeat(5_000);
        RuleProgram rule = new RuleProgram.Compiler(Map.of())
                .compile(
                        "true",
                        "regex.extractAll(self.a, '[a-z]') + regex.extractAll(self.b, '[a-z]') == ['a', 'b', 'c']");

        for (String told : List.of("a", "x", "a")) {
            assertThat(rule.judge(input("{\"a\": \"" + blanks + told + "\", \"b\": \"b" + blanks + "c\"}"))
                            .answer())
                    .isEqualTo(told.equals("a") ? Ruling.Answer.HOLDS : Ruling.Answer.BROKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decimal('1e5') == 100000",
                "decimal('٣') == 3",
                "decimal(' 1') == 1",
                "decimal('') == 0",
                "decimal('NaN') == 0",
                "decimal(self.nothing) == 0",
                "decimal(self.list) == 0",
                "self.huge - 1 < self.huge",
                "self.tiny * 2 > 0",
                "self.whole < self.text",
                "self.tenth < time('2025-05-20T13:34:57Z')",
                "time('2025-05-20') == time('2025-05-20')",
                "time(self.whole) == time(self.whole)",
                "'a'.matches('(' + '')",
                "regex.extract('a', '(' + '').hasValue()",
                "'a'.matches('((a{1,1000}){1,1000})' + '')",
                "[[1, 2, 3, 4, 5, 6, 7, 8, 9, 0]].all(n, n.all(a, n.all(b, n.all(c, n.all(d, n.all(e, n.all(f, true)))))))",
                "regex.extract('ab', '(a)(b)').hasValue()",
                "1 < 'a'",
            })
    void hasNoAnswer(String rule) throws Exception {
        RuleProgram program = new RuleProgram.Compiler(Map.of()).compile("true", rule);

        assertThat(program.judge(input()).answer()).isEqualTo(Ruling.Answer.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"double(self.text) == 0.1", "timestamp(self.text) == timestamp(self.text)", "math.abs(1) == 1"})
    void isNoRule(String rule) {
        assertThatThrownBy(() -> new RuleProgram.Compiler(Map.of()).compile("true", rule))
                .isInstanceOf(CelValidationException.class)
                .hasMessageContaining("undeclared reference");
    }

    private static RuleInput input() {
        return input(BODY);
    }

    private static RuleInput input(String text) {
        JsonNode body = JsonBody.parse(text.getBytes(StandardCharsets.UTF_8)).value();
        return RuleInput.body(body, Map.of());
    }
}
