package io.gatewayping.stub;

import io.gatewayping.contract.BodySchema;
import io.gatewayping.contract.BodySchema.Refusal;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.Parameter;
import io.gatewayping.contract.RequestObligations;
import io.gatewayping.contract.TextSchema;
import io.gatewayping.exchange.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What an operation demands of its requests.
 *
 * @param obligations that the contract has for them
 * @param id the parameter that is looked up, whatever it is; everything else has to be what it claims to be
 */
record Demands(RequestObligations obligations, String id) {

    /** Why a body of another kind is refused, or of none. */
    static final String NO_JSON = "the Content-Type is not " + JsonBody.MEDIA_TYPE;

    /** Why a body in a coding is refused. */
    static final String CODED = "a body in a coding is not read";

    private static final JsonBody TOO_LONG = new JsonBody(null, "too long");

    /**
     * Why a request cannot be taken; nothing when it can.
     *
     * @param key what the path names; nothing when that cannot be read
     */
    Optional<String> refusal(Optional<Key> key, HttpRequest request) {
        if (key.isEmpty()) {
            return Optional.of("the path holds an escape that stands for no text");
        }
        return Stream.of(
                        in("path")
                                .filter(it -> !it.getKey().name().equals(id))
                                .map(it -> refusal(
                                        it, List.of(key.get().value(it.getKey().name())))),
                        in("query")
                                .map(it -> refusal(it, request.query(it.getKey().name()))),
                        in("header")
                                .map(it ->
                                        refusal(it, request.header(it.getKey().name()))),
                        Stream.of(bodyRefusal(request)))
                .flatMap(Function.identity())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Stream<Map.Entry<Parameter, TextSchema>> in(String where) {
        return obligations.parametersIn(where);
    }

    /** A parameter has one value. */
    private static Optional<String> refusal(Map.Entry<Parameter, TextSchema> parameter, List<String> values) {
        String name = parameter.getKey().name();
        if (values.isEmpty()) {
            return parameter.getKey().isRequired() ? Optional.of(name + " is missing") : Optional.empty();
        }
        return values.size() == 1
                ? parameter.getValue().judge(values.get(0), new HashMap<>()).stream()
                        .findFirst()
                        .map(Demands::words)
                : Optional.of(name + " has more than one value");
    }

    private Optional<String> bodyRefusal(HttpRequest request) {
        BodySchema schema = obligations.body();
        if (schema == null) {
            return Optional.empty();
        }
        if (request.only("content-type").filter(JsonBody::isNamedBy).isEmpty()) {
            return Optional.of(NO_JSON);
        }
        if (isCoded(request)) {
            return Optional.of(CODED);
        }
        JsonBody body = request.body().map(JsonBody::parse).orElse(TOO_LONG);
        return body.value() == null
                ? Optional.of("the body cannot be read: " + body.problem())
                : schema.judge(body.value(), new HashMap<>()).stream()
                        .findFirst()
                        .map(Demands::words);
    }

    /** Whether its body is in a coding. */
    static boolean isCoded(HttpRequest request) {
        return request.header("content-encoding").stream()
                .anyMatch(it -> !it.isEmpty() && !it.equalsIgnoreCase("identity"));
    }

    /** What was expected. What was there is not said again: it may be a secret in any disguise. */
    static String words(Refusal refusal) {
        return refusal.expected();
    }

    /** The body, where it is JSON. */
    static Optional<JsonNode> body(HttpRequest request) {
        return request.body().map(JsonBody::parse).map(JsonBody::value);
    }
}
