package io.gatewayping.stub;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The state-change URL: sets up and tears down the scenario of a key. */
final class StateChanges implements ResponseDefinitionTransformerV2 {

    static final String NAME = "state-change";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Contract contract;
    private final Answers answers;
    private final String authorization;
    private final Map<Key, List<StubMapping>> arranged = new ConcurrentHashMap<>();
    private @Nullable WireMockServer server;

    /**
     * Changes states.
     *
     * @param authorization the header that lets a caller in, as a regular expression
     */
    StateChanges(Contract contract, Answers answers, String authorization) {
        this.contract = contract;
        this.answers = answers;
        this.authorization = authorization;
    }

    /** Names the server that serves the states: it exists only after its extensions. */
    void arrangeOn(WireMockServer started) {
        server = started;
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
        JsonNode change;
        try {
            change = JSON.readTree(event.getRequest().getBody());
        } catch (JacksonException e) {
            return refused("the body is not JSON");
        }
        Optional<ServedState> state = contract.state(change.path("state").asString(""));
        if (state.isEmpty()) {
            return refused("no such state; the known ones are: "
                    + String.join(
                            ", ",
                            contract.states().stream().map(ServedState::name).toList()));
        }
        String action = change.path("action").asString("setup");
        if (!action.equals("setup") && !action.equals("teardown")) {
            return refused("the action is setup or teardown");
        }
        JsonNode params = change.path("params");
        boolean needsOther = state.get().otherOwner() != null;
        List<String> needed = contract.keys().paramNames(needsOther);
        if (needed.stream().anyMatch(param -> params.path(param).asString("").isEmpty())) {
            return refused("params need " + String.join(" and ", needed));
        }
        Key key = contract.keys().named(param -> params.path(param).asString(""));
        Key other = contract.keys()
                .namedUnderAnotherOwner(param -> params.path(param).asString(""));
        if (action.equals("setup")) {
            arrange(key, state.get());
            contract.state(state.get().otherOwner()).ifPresent(elsewhere -> arrange(other, elsewhere));
        } else {
            release(key);
            release(other);
        }
        return ResponseDefinitionBuilder.okForJson(Map.of()).build();
    }

    /** Brings a key into a state, whatever it was in before. */
    void arrange(Key key, ServedState state) {
        release(key);
        List<StubMapping> mappings = new ArrayList<>();
        List<Example> serves = state.serves();
        for (int poll = 0; poll < serves.size(); poll++) {
            int next = Math.min(poll + 1, serves.size() - 1);
            mappings.add(get(urlPathEqualTo(contract.underTest().path(key)))
                    .withHeader(contract.underTest().security().scheme().header(), matching(authorization))
                    .atPriority(Stub.ARRANGED)
                    .inScenario(contract.underTest().path(key))
                    .whenScenarioStateIs(poll(poll))
                    .willSetStateTo(poll(next))
                    .willReturn(answers.forKey(serves.get(poll), key))
                    .build());
        }
        arranged.put(key, mappings);
        mappings.forEach(mapping -> Objects.requireNonNull(server).addStubMapping(mapping));
    }

    private void release(Key key) {
        List<StubMapping> mappings = arranged.remove(key);
        if (mappings != null) {
            mappings.forEach(mapping -> Objects.requireNonNull(server).removeStubMapping(mapping));
        }
    }

    private static String poll(int number) {
        return number == 0 ? Scenario.STARTED : "poll " + number;
    }

    private static ResponseDefinition refused(String reason) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(400)
                .withHeader("Content-Type", "application/json")
                .withBody(JsonNodeFactory.instance
                        .objectNode()
                        .put("message", reason)
                        .toString())
                .build();
    }
}
