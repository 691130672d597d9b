package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A clause is evaluated where there is something of the kind that it judges. */
final class BodySchemaTest {

    private static final String PROBES = "PingTest/properties/hops/items/properties/probes/type";

    private final Contract small = Contract.load(Path.of("src/test/resources/contract/small.yaml"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'percent':1} | PingTest/properties/percent/minimum | /percent",
                "{'percent':'1'} | PingTest/properties/percent/type | /percent",
                "{'percent':'1'} | PingTest/properties/percent/minimum | ''",
                "{} | PingTest/properties/percent/type | ''",
                "{} | PingTest/required/status | /status",
                "[] | PingTest/required/status | ''",
                "{'name':'a'} | PingTest/properties/name/minLength | /name",
                "{'name':'a'} | PingTest/properties/name/pattern | /name",
                "{'name':1} | PingTest/properties/name/minLength | ''",
                "{'at':null} | PingTest/properties/at/format | ''",
                "{'at':'x'} | PingTest/properties/at/format | /at",
                "{'hops':[{'probes':[1]}]} | PingTest/properties/hops/items/properties/probes/minItems | /hops/0/probes",
                "{'hops':[{'probes':1}]} | PingTest/properties/hops/items/properties/probes/minItems | ''",
                "{'status':'DONE'} | PingTest/then/properties/figures/type | ''",
                "{'status':'DONE','figures':{}} | PingTest/then/properties/figures/type | /figures",
                "{'status':'DONE','figures':{}} | PingTest/then/properties/figures/required/sent | /figures/sent",
            })
    void isEvaluated(String body, String clause, String place) {
        assertThat(evaluated(body).getOrDefault(clause, "")).isEqualTo(place);
    }

    @Test
    void whatIsNotThereIsNotEvaluated() {
        assertThat(evaluated("{\"status\":\"OPEN\"}"))
                .hasToString("{PingTest/properties/status/enum=/status, PingTest/properties/status/type=/status,"
                        + " PingTest/required/status=/status, PingTest/type=}");
    }

    @Test
    void whereItemsOfAListAllBreakAClauseSomeAreToldAndHowManyMore() {
        assertThat(refused(50)).hasSize(50).noneMatch(it -> it.actual().contains("more places"));

        List<BodySchema.Refusal> refused = refused(53);

        assertThat(refused).hasSize(50).extracting(BodySchema.Refusal::clause).containsOnly(PROBES);
        assertThat(refused.get(48).actual()).isEqualTo("1");
        assertThat(refused.get(49).place()).isEqualTo("/hops/49/probes");
        assertThat(refused.get(49).actual()).isEqualTo("1 (and 3 more places, not told one by one)");
    }

    /** What is refused of a body with so many hops, each of them wrong in the same way. */
    private List<BodySchema.Refusal> refused(int hops) {
        String body = "{'hops':[" + String.join(",", Collections.nCopies(hops, "{'probes':1}")) + "]}";
        return judged(body, new HashMap<>()).stream()
                .filter(it -> it.clause().equals(PROBES))
                .toList();
    }

    private Map<String, String> evaluated(String body) {
        Map<String, String> evaluated = new HashMap<>();
        judged(body, evaluated);
        return new TreeMap<>(evaluated);
    }

    private List<BodySchema.Refusal> judged(String body, Map<String, String> evaluated) {
        return small.obligations(small.underTest(), 200)
                .schema()
                .judge(JsonMapper.shared().readTree(body.replace('\'', '"')), evaluated);
    }
}
