package io.gatewayping.stub;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.Security;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The contract's examples as responses, for the key that was asked for in the place of the example's own. */
final class Answers {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final String MESSAGE = "message";

    private final Contract contract;

    Answers(Contract contract) {
        this.contract = contract;
    }

    /** An example as the answer to a key. */
    Response forKey(Operation operation, Example example, Key key) {
        return contract.response(operation, example, key);
    }

    /** The first example of success. */
    Example success(Operation operation) {
        return contract.examples(operation).stream()
                .filter(example -> example.status() < 300)
                .findFirst()
                .orElseThrow();
    }

    /** The request cannot be taken. */
    Response badRequest(Operation operation) {
        return contract.examples(operation, BAD_REQUEST).stream()
                .findFirst()
                .map(example -> whole(operation, example))
                .orElseGet(() -> undocumented(BAD_REQUEST, "The request is not as the contract has it.", Map.of()));
    }

    /** An answer with another message, where it has one. */
    static Optional<Response> telling(Response answer, String message) {
        return Optional.ofNullable(JsonBody.parse(answer.body()).value())
                .filter(body -> body.path(MESSAGE).isString() && !message.isEmpty())
                .map(body -> ((ObjectNode) body.deepCopy()).put(MESSAGE, message))
                .map(body -> new Response(
                        answer.status(), answer.headers(), body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The caller is not let in, and learns how it might be. */
    Response unauthorized(Operation operation) {
        Security security = operation.security();
        String name = security.scheme().prefix().strip();
        String challenge = name.isEmpty() ? security.scheme().header() : name;
        Response answer =
                whole(operation, contract.examples(operation, UNAUTHORIZED).get(0));
        answer.headers().putIfAbsent("www-authenticate", List.of(challenge));
        return answer;
    }

    /** An example as it stands, for whoever learns nothing of a key. */
    private Response whole(Operation operation, Example example) {
        return contract.response(operation, example, contract.keys().example());
    }

    /**
     * What no operation documents: in the envelope of the family's errors, with the reason of the status as its code. The
     * codes of the contract would say something else: its 404 is that of a task.
     */
    static Response undocumented(int status, String message, Map<String, String> headers) {
        JsonNode problem = JsonNodeFactory.instance
                .objectNode()
                .put("errorCode", Reply.reason(status).toUpperCase(Locale.ROOT).replace(' ', '_'))
                .put(MESSAGE, message);
        return json(status, problem.toString(), headers);
    }

    /** A response with a JSON body. */
    static Response json(int status, String body, Map<String, String> more) {
        SortedMap<String, List<String>> headers = new TreeMap<>();
        headers.put("content-type", List.of(JsonBody.MEDIA_TYPE));
        more.forEach((name, value) -> headers.put(name, List.of(value)));
        return new Response(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
