package io.gatewayping.stub;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.KeyForm;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.RequestObligations;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers the operations of the contract as it has them. */
final class HonestAnswers {

    private final Contract contract;
    private final Answers answers;
    private final ArrangedTasks tasks;
    private final Entrance entrance;

    HonestAnswers(Contract contract, Answers answers, ArrangedTasks tasks, Entrance entrance) {
        this.contract = contract;
        this.answers = answers;
        this.tasks = tasks;
        this.entrance = entrance;
    }

    /**
     * Answers a request for one operation.
     *
     * @param key what the path names; nothing when that cannot be read
     */
    Response answer(Operation operation, Optional<Key> key, HttpRequest request) {
        if (!entrance.admits(request, operation.security())) {
            return answers.unauthorized(operation);
        }
        RequestObligations obligations = contract.requestObligations(operation);
        Demands demands = new Demands(obligations, contract.keys().id());
        Optional<String> refusal = demands.refusal(key, request);
        if (key.isEmpty() || refusal.isPresent()) {
            return badRequest(operation, refusal.orElse(""));
        }
        return operation.supporting()
                ? support(operation, key.get(), Demands.body(request).orElse(JsonNodeFactory.instance.objectNode()))
                : read(operation, key.get(), obligations);
    }

    private Response read(Operation operation, Key key, RequestObligations obligations) {
        Response answer = answers.forKey(operation, tasks.read(key), key);
        // An answer that names what was asked for cannot name everything: not in one line what has several.
        return obligations.refusals(key).isEmpty() || isSpeakable(operation, answer, key)
                ? answer
                : badRequest(operation, "the " + contract.keys().id() + " is none that an answer may show");
    }

    /** The contract's answer to what cannot be taken, which tells why if it may. */
    Response badRequest(Operation operation, String reason) {
        Response plain = answers.badRequest(operation);
        return Answers.telling(plain, reason)
                .filter(answer -> isSpeakable(operation, answer, contract.keys().example()))
                .orElse(plain);
    }

    /** Whether an answer made of what was asked for is still one of the contract, and gives no secret away. */
    private boolean isSpeakable(Operation operation, Response answer, Key key) {
        JsonNode body = JsonBody.parse(answer.body()).value();
        return body != null
                && !entrance.isGivenAwayBy(answer.text())
                && (!operation.responses().containsKey(answer.status())
                        || contract.obligations(operation, answer.status())
                                .keptBy(answer, body, key.parameters())
                                .isAll());
    }

    /** An operation that names no task starts one, if the contract says what it is in then. */
    private Response support(Operation operation, Key asked, JsonNode sent) {
        Example success = answers.success(operation);
        KeyForm keys = contract.keys();
        Optional<ServedState> usual = contract.started();
        if (usual.isEmpty() || !asked.value(keys.id()).isEmpty()) {
            return answers.forKey(operation, success, asked);
        }
        Key key = started(asked);
        Operation read = contract.underTest();
        Optional<ServedState> state = usual.get().startedBy(sent).filter(it -> it.serves().stream()
                .allMatch(example -> isSpeakable(read, answers.forKey(read, example, key), key)));
        if (state.isEmpty()) {
            return badRequest(operation, "what it asks for cannot be shown as the contract has it");
        }
        tasks.arrange(key, state.get());
        Response answer = answers.forKey(operation, success, key);
        // Where the contract has such a header, that is what it says.
        answer.headers().putIfAbsent("location", List.of(read.path(key)));
        return answer;
    }

    /** A new key with what a request names. */
    private Key started(Key asked) {
        Key key = contract.keys().fresh(new SplittableRandom());
        for (Map.Entry<String, String> parameter : asked.parameters().entrySet()) {
            key = key.with(parameter.getKey(), parameter.getValue());
        }
        return key;
    }
}
