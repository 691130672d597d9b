package io.gatewayping.counterexample;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The members of {@code examples} have no order in JSON: in whichever they stand, a contract is the same one. */
final class ExampleOrderTest {

    private static final Comparator<String> BY_NAME = Comparator.naturalOrder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi/gateway-ping.yaml",
                "src/test/resources/cable/cable-test.yaml",
                "src/test/resources/contract/small.yaml",
                "src/test/resources/traceroute/traceroute.yaml"
            })
    void isOfNoConcern(String file) {
        List<String> asWritten = counterexamples(Contract.load(Path.of(file)));

        for (Comparator<String> order : List.of(BY_NAME, BY_NAME.reversed())) {
            Contract contract = Contract.load(Path.of(file), text -> inOrder(text, order));
            assertThat(contract.words())
                    .isNotEqualTo(Contract.load(Path.of(file)).words());
            assertThat(counterexamples(contract)).containsExactlyInAnyOrderElementsOf(asWritten);
        }
    }

    /** Each rule is tried on an example that shows it broken and no rule but those that it names. */
    private static List<String> counterexamples(Contract contract) {
        return Counterexamples.of(contract).stream()
                .filter(counterexample -> counterexample.mutation().equals(Counterexamples.ITS_OWN))
                .map(Counterexample::clause)
                .toList();
    }

    private static String inOrder(String text, Comparator<String> order) {
        JsonNode root = YAMLMapper.shared().readTree(text);
        root.findValues("examples").stream()
                .filter(JsonNode::isObject)
                .forEach(examples -> sort((ObjectNode) examples, order));
        return root.toString();
    }

    private static void sort(ObjectNode members, Comparator<String> order) {
        List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(members.properties());
        sorted.sort(Map.Entry.comparingByKey(order));
        sorted.forEach(member -> {
            members.remove(member.getKey());
            members.set(member.getKey(), member.getValue());
        });
    }
}
