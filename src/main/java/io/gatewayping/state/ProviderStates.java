package io.gatewayping.state;

import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.HttpCall;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Transport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings a provider into states, by its state-change URL as Pact defines it. */
public final class ProviderStates {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    /** Room for the names of all the states that a provider knows. */
    private static final int WORDS = 1000;

    private final Transport transport;
    private final URI stateUrl;
    private final Redaction redaction;

    /**
     * Changes the states of one provider.
     *
     * @param stateUrl takes POSTs; is never sent the token
     * @param token taken out of whatever the provider answers
     */
    public ProviderStates(Transport transport, URI stateUrl, String token) {
        this.transport = transport;
        this.stateUrl = stateUrl;
        this.redaction = new Redaction(List.of(token));
    }

    /**
     * Sets a state up.
     *
     * @throws NotArranged when the provider did not answer 2xx
     */
    public void setUp(ProviderState state) throws NotArranged {
        setUp(state.name(), state.params());
    }

    /**
     * Sets a state up.
     *
     * @param params as the one who names the state gives them
     * @return the values that the provider answers, by name; none when it answers no JSON object
     * @throws NotArranged when the provider did not answer 2xx
     */
    public Map<String, Object> setUp(String state, Map<String, ?> params) throws NotArranged {
        return values(change(new Change(state, "setup", params)));
    }

    /**
     * Tears a state down.
     *
     * @throws NotArranged when the provider did not answer 2xx
     */
    public void tearDown(ProviderState state) throws NotArranged {
        tearDown(state.name(), state.params());
    }

    /**
     * Tears a state down.
     *
     * @param params those that it was set up with
     * @throws NotArranged when the provider did not answer 2xx
     */
    public void tearDown(String state, Map<String, ?> params) throws NotArranged {
        change(new Change(state, "teardown", params));
    }

    /** Why no more states are changed, when that is so. */
    Optional<String> stopped() {
        return transport.stopped();
    }

    /** A shell command that sets the state up. */
    public String curl(ProviderState state) {
        return "curl -sS -X POST -H 'Content-Type: application/json' -d '"
                + JSON.writeValueAsString(new Change(state.name(), "setup", state.params())) + "' '" + stateUrl
                + "'";
    }

    private Response change(Change change) throws NotArranged {
        byte[] body = JSON.writeValueAsString(change).getBytes(StandardCharsets.UTF_8);
        Outcome outcome = transport.call(
                redaction, new HttpCall("POST", stateUrl, Map.of("Content-Type", "application/json"), body));
        Response response = outcome.response();
        if (response == null || response.status() / 100 != 2) {
            String answer = response == null ? outcome.problem() : answer(response);
            throw new NotArranged(stateUrl, change.state(), change.action(), answer);
        }
        return response;
    }

    private static Map<String, Object> values(Response response) {
        try {
            JsonNode answer = JSON.readTree(response.body());
            return answer.isObject() ? JSON.convertValue(answer, VALUES) : Map.of();
        } catch (JacksonException e) {
            return Map.of();
        }
    }

    private static String answer(Response response) {
        String words = response.text().isBlank()
                ? ""
                : ": " + Excerpt.of(response.text().strip(), WORDS);
        return "it answered " + response.status() + words;
    }

    private record Change(String state, String action, Map<String, ?> params) {}
}
