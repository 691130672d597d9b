package io.gatewayping.stub;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.Operation;

/** A key that nobody arranged: 404. */
final class UnknownTests implements ResponseDefinitionTransformerV2 {

    static final String NAME = "unknown-test";

    private final Operation operation;
    private final Example unarranged;
    private final Answers answers;

    UnknownTests(Operation operation, Example unarranged, Answers answers) {
        this.unarranged = unarranged;
        this.operation = operation;
        this.answers = answers;
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
        return answers.forKey(
                        unarranged, operation.key(DishonestAnswers.path(event)).orElseThrow())
                .build();
    }
}
