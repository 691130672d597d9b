package io.gatewayping.consumer;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.V4Pact;

/** The interaction that reads one task. */
record Reading(PactDslWithProvider pact, String state, Task task) {

    static final String CONSUMER = "gateway-ping-client";
    static final String PROVIDER = "network-troubleshooting";
    static final String TOKEN = "a-token";

    V4Pact answers(int status, DslPart body) {
        return answers(
                request("with a token").matchHeader("Authorization", "Bearer .+", "Bearer " + TOKEN), status, body);
    }

    V4Pact answersWithoutToken(int status, DslPart body) {
        return answers(request("without a token"), status, body);
    }

    private PactDslRequestWithPath request(String credentials) {
        return pact.given(state, task.params())
                .uponReceiving("a request " + credentials)
                .method("GET")
                .path(task.path())
                .headers("Accept", "application/json");
    }

    private static V4Pact answers(PactDslRequestWithPath request, int status, DslPart body) {
        return request.willRespondWith().status(status).body(body).toPact(V4Pact.class);
    }
}
