package io.gatewayping.stub;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.exchange.Key;

/** The contract's examples as responses, for the key that was asked for in the place of the example's own. */
final class Answers {

    private final Contract contract;

    Answers(Contract contract) {
        this.contract = contract;
    }

    /** An example as it stands in the contract. */
    ResponseDefinitionBuilder fixed(String example) {
        return json(named(example).status(), named(example).body().toString());
    }

    /** An example as the answer to a key. */
    ResponseDefinitionBuilder forKey(Example example, Key key) {
        return json(example.status(), contract.answer(example.body(), key));
    }

    /** An example as the answer to a key. */
    ResponseDefinitionBuilder forKey(String example, Key key) {
        return forKey(named(example), key);
    }

    private Example named(String example) {
        return contract.example(example)
                .orElseThrow(() -> new IllegalStateException("the contract has no example " + example));
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
