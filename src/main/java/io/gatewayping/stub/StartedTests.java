package io.gatewayping.stub;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.KeyForm;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Key;
import java.security.SecureRandom;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The start operation: every test that is started runs to completion. */
final class StartedTests implements ResponseDefinitionTransformerV2 {

    static final String NAME = "start";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Contract contract;
    private final Operation operation;
    private final Answers answers;
    private final StateChanges states;

    StartedTests(Contract contract, Operation operation, Answers answers, StateChanges states) {
        this.contract = contract;
        this.operation = operation;
        this.answers = answers;
        this.states = states;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        if (!namesDestination(event.getRequest().getBody())) {
            return answers.fixed(operation, 400).build();
        }
        KeyForm keys = contract.keys();
        Key asked = operation.key(DishonestAnswers.path(event)).orElseThrow();
        Key key = keys.fresh(new SecureRandom());
        for (Map.Entry<String, String> parameter : asked.parameters().entrySet()) {
            key = key.with(parameter.getKey(), parameter.getValue());
        }
        states.arrange(key, contract.started().orElseThrow());
        return answers.forKey(answers.success(operation), key)
                .withHeader("Location", contract.underTest().path(key))
                .build();
    }

    private static boolean namesDestination(byte[] body) {
        try {
            JsonNode destination = JSON.readTree(body).path("destination");
            return destination.isString() && !destination.asString().isEmpty();
        } catch (JacksonException e) {
            return false;
        }
    }
}
