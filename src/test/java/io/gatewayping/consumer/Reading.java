package io.gatewayping.consumer;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The interaction that reads one task, with references to the clauses of the contract that it rests on. */
record Reading(PactDslWithProvider pact, String state, Task task) {

    static final String CONSUMER = "gateway-ping-client";
    static final String PROVIDER = "network-troubleshooting";
    static final String TOKEN = "a-token";

    private static final String OPERATION = "getPingTest";

    V4Pact answers(int status, DslPart body, String... clauses) {
        return answers(
                request("with a token").matchHeader("Authorization", "Bearer .+", "Bearer " + TOKEN),
                status,
                body,
                Stream.concat(Stream.of("states/" + state.replace(' ', '-')), Stream.of(clauses)));
    }

    V4Pact answersWithoutToken(int status, DslPart body, String... clauses) {
        return answers(
                request("without a token"),
                status,
                body,
                Stream.concat(Stream.of(OPERATION + "/security"), Stream.of(clauses)));
    }

    private PactDslRequestWithPath request(String credentials) {
        return pact.given(state, task.params())
                .uponReceiving("a request " + credentials)
                .method("GET")
                .path(task.path())
                .headers("Accept", "application/json");
    }

    private static V4Pact answers(PactDslRequestWithPath request, int status, DslPart body, Stream<String> clauses) {
        V4Pact whole = request.willRespondWith().status(status).body(body).toPact(V4Pact.class);
        String rests = Stream.concat(Stream.of(OPERATION + "/responses/" + status + "/content"), clauses)
                .collect(Collectors.joining(", "));
        V4Interaction interaction = whole.getInteractions().get(0).asV4Interaction();
        interaction.addReference("openapi", "operationId", OPERATION);
        interaction.addReference("openapi", "clauses", rests);
        return whole;
    }
}
