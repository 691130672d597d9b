package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** On which example a rule is shown broken, and what is broken beside it. */
final class ContractProofTest {

    private static final String RULES = "      x-rules:\n        - {id: no-echo,";
    private static final String NO_ECHO = "breaks: {status: 500, headers: {x-echo: [$TOKEN]}, text: 'echo $TOKEN'}}";

    private final Contract small = small(text -> text);

    @Test
    void showsARuleOnWhatItBreaksAlone() {
        Contract swapped = small(text -> text.replace(
                "{open: {$ref: '#/components/examples/open'}, done: {$ref: '#/components/examples/done'}}",
                "{done: {$ref: '#/components/examples/done'}, open: {$ref: '#/components/examples/open'}}"));
        Operation read = swapped.underTest();
        Rule rule = rule(swapped, 200, "never-back");

        assertThat(swapped.examples(read, 200)).extracting(Example::name).containsExactly("done", "open");
        assertThat(swapped.proof().brokenPair(read, 200, rule).name()).isEqualTo("open");
        assertThat(swapped.proof().broken(read, 200, rule, swapped.examples(read, 200)))
                .contains("open");
    }

    @Test
    void showsARuleWhereItBreaksMoreWhenThereIsNothingElse() {
        List<Example> done = List.of(small.example("done").orElseThrow());
        List<Example> open = List.of(small.example("open").orElseThrow());

        assertThat(small.proof().broken(small.underTest(), 200, rule(small, 200, "never-back"), done))
                .contains("done");
        assertThat(small.proof().broken(small.underTest(), 200, rule(small, 200, "received-within-sent"), open))
                .isEmpty();
    }

    /** A rule on two answers says nothing of one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'status':'DONE','figures':{'sent':5,'received':5}} | true",
                "{'status':'DONE','figures':{'sent':5,'received':4}} | false",
                "{'status':'OPEN','percent':60} | true",
            })
    void knowsWhatKeepsEveryRuleOnOneAnswer(String body, boolean keeps) {
        Contract never = small(text -> text.replace(
                "rule: oldSelf.percent <= self.percent,",
                "rule: oldSelf.percent <= self.percent && self.percent != 60,"));

        assertThat(never.proof()
                        .keepsEveryRule(
                                never.underTest(), 200, JsonMapper.shared().readTree(body.replace('\'', '"'))))
                .isEqualTo(keeps);
    }

    @Test
    void aRuleOnWholeAnswersNamesTheOthersThatItBreaks() {
        UnaryOperator<String> both = text -> text.replace(
                        RULES,
                        "      x-rules:\n        - {id: no-header, rule: \"!('x-echo' in self.headers)\", message: it is there,"
                                + " basis: inferred, breaks: {headers: {x-echo: [$TOKEN]}}, also: [no-echo]}\n"
                                + "        - {id: no-echo,")
                .replace(NO_ECHO, NO_ECHO.replace("'echo $TOKEN'}", "'echo $TOKEN'}, also: [no-header]"));

        assertThat(small(both).responseRules(small(both).underTest()))
                .extracting(Rule::id)
                .containsExactly("no-header", "no-echo");
        assertThatThrownBy(() -> small(text -> both.apply(text).replace(", also: [no-header]", "")))
                .isInstanceOf(InvalidContract.class)
                .hasMessageEndingWith(
                        "/get/x-rules/1/also: breaks of the rule no-echo breaks also [no-header], not []");
    }

    private static Contract small(UnaryOperator<String> edit) {
        return Contract.load(Path.of("src/test/resources/contract/small.yaml"), edit);
    }

    private static Rule rule(Contract contract, int status, String id) {
        return contract.obligations(contract.underTest(), status).rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
