package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What the contract says nothing of is found wherever it stands in a body. */
final class DeclaredMembersTest {

    private final Contract small = Contract.load(
            Path.of("src/test/resources/contract/small.yaml"),
            text -> text.replace(
                    "else:\n        properties: {", "else:\n        properties: {later: {type: object}, "));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'status':'DONE','name':'a'} | ''",
                "{'status':'DONE','kind':'a','a/b':1} | /kind /a~1b",
                "{'figures':{'sent':1,'lost':2}} | /figures/lost",
                "{'hops':[{},{'probes':[{'at':'a'},{'of':'b'}],'to':1}]} | /hops/1/probes/1/of /hops/1/to",
                "{'hops':[[1]]} | /hops/0/0",
                "{'later':{'of':1}} | /later/of",
                "{'name':[1]} | /name/0",
                "[1] | /0",
            })
    void areMissing(String body, String missing) {
        assertThat(new DeclaredMembers(small.document())
                        .missing(
                                small.document().at("/components/schemas/PingTest"),
                                JsonMapper.shared().readTree(body.replace('\'', '"'))))
                .isEqualTo(missing.isEmpty() ? List.of() : List.of(missing.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'code':'MISSING'} | ''", "{'code':'MISSING','task':'a'} | /task"})
    void areThoseOfWhatIsIncludedAsWell(String body, String missing) {
        assertThat(new DeclaredMembers(small.document())
                        .missing(
                                small.document().at("/components/schemas/Missing"),
                                JsonMapper.shared().readTree(body.replace('\'', '"'))))
                .isEqualTo(missing.isEmpty() ? List.of() : List.of(missing.split(" ")));
    }
}
