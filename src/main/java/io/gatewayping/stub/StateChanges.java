package io.gatewayping.stub;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.KeyForm;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The state-change URL: brings tasks into states and out of them. */
final class StateChanges {

    private static final int BAD_REQUEST = 400;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final Contract contract;
    private final ArrangedTasks tasks;

    StateChanges(Contract contract, ArrangedTasks tasks) {
        this.contract = contract;
        this.tasks = tasks;
    }

    /** Takes one change. */
    Response change(HttpRequest request) {
        if (request.only("content-type").filter(JsonBody::isNamedBy).isEmpty()) {
            return refused(UNSUPPORTED_MEDIA_TYPE, Demands.NO_JSON);
        }
        if (Demands.isCoded(request)) {
            return refused(Demands.CODED);
        }
        Optional<byte[]> body = request.body();
        if (body.isEmpty()) {
            return refused("the body is too long");
        }
        JsonBody change = JsonBody.parse(body.get());
        if (change.value() == null) {
            return refused("the body cannot be read: " + change.problem());
        }
        JsonNode action = change.value().path("action");
        boolean teardown = action.isString() && action.asString().equals("teardown");
        if (!teardown
                && !action.isMissingNode()
                && !(action.isString() && action.asString().equals("setup"))) {
            return refused("the action is setup or teardown");
        }
        Optional<ServedState> state = contract.state(text(change.value().path("state")));
        if (state.isEmpty()) {
            return refused("no such state; the known ones are: "
                    + contract.states().stream().map(ServedState::name).collect(Collectors.joining(", ")));
        }
        return change(state.get(), teardown, change.value().path("params"));
    }

    private Response change(ServedState state, boolean teardown, JsonNode params) {
        KeyForm keys = contract.keys();
        boolean elsewhere = state.otherOwner() != null;
        List<String> needed = keys.paramNames(elsewhere);
        UnaryOperator<String> said = param -> keys.said(param, value(params.path(param)));
        if (needed.stream().anyMatch(param -> said.apply(param).isEmpty())) {
            return refused("params need " + String.join(" and ", needed));
        }
        Key key = keys.named(said);
        Key other = elsewhere ? keys.namedUnderAnotherOwner(said) : key;
        if (elsewhere && key.equals(other)) {
            return refused("the two owners that the params name are one, so that nothing belongs to another");
        }
        Optional<String> refusal = Stream.of(key, other)
                .flatMap(it -> contract.requestObligations(contract.underTest()).refusals(it).stream())
                .map(Demands::words)
                .findFirst();
        if (refusal.isPresent()) {
            return refused("one of the params names no task: " + refusal.get());
        }
        Stream.of(key, other).forEach(tasks::release);
        if (!teardown) {
            contract.state(state.otherOwner()).ifPresent(there -> tasks.arrange(other, there));
            if (elsewhere) {
                tasks.arrange(key, state, other);
            } else {
                tasks.arrange(key, state);
            }
        }
        return Answers.json(200, "{}", Map.of());
    }

    private static @Nullable Object value(JsonNode node) {
        return node.isString() ? node.asString() : node.isNumber() ? node.numberValue() : null;
    }

    /** A text; empty when it is none. */
    private static String text(JsonNode node) {
        return node.isString() ? node.asString() : "";
    }

    private static Response refused(String reason) {
        return refused(BAD_REQUEST, reason);
    }

    private static Response refused(int status, String reason) {
        return Answers.json(
                status,
                JsonNodeFactory.instance.objectNode().put("message", reason).toString(),
                Map.of());
    }
}
