package io.gatewayping.counterexample;

import io.gatewayping.contract.Contract;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Every value that is demanded as a constant somewhere: each is wrong everywhere else. */
final class Constants {

    private Constants() {}

    static Set<JsonNode> of(Contract contract) {
        Set<JsonNode> constants = new LinkedHashSet<>();
        contract.clauses().stream()
                .filter(clause -> clause.keyword().equals("const"))
                .map(clause -> contract.document().at(clause.place()).node())
                .filter(JsonNode::isString)
                .forEach(constants::add);
        return constants;
    }
}
