package io.gatewayping.stub;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Key;

/** The contract's examples as responses, for the key that was asked for in the place of the example's own. */
final class Answers {

    private final Contract contract;

    Answers(Contract contract) {
        this.contract = contract;
    }

    /** The first example of a documented response, as it stands in the contract. */
    ResponseDefinitionBuilder fixed(Operation operation, int status) {
        Example example = contract.examples(operation, status).get(0);
        return json(status, example.body().toString());
    }

    /** An example as the answer to a key. */
    ResponseDefinitionBuilder forKey(Example example, Key key) {
        return json(example.status(), contract.answer(example.body(), key));
    }

    /** The first example of success. */
    Example success(Operation operation) {
        return contract.examples(operation).stream()
                .filter(example -> example.status() < 300)
                .findFirst()
                .orElseThrow();
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
