package io.gatewayping.judge;

import io.gatewayping.contract.BodySchema;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.Parameter;
import io.gatewayping.contract.RequestObligations;
import io.gatewayping.contract.TextSchema;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Scheme;
import io.gatewayping.judge.Expectation.Sent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges what a consumer sends. Used once. */
final class SentJudge {

    private static final int UNAUTHORIZED = 401;

    /** What a request is answered with for what it holds: whoever expects that may send what the contract refuses. */
    private static final Set<Integer> REFUSALS = Set.of(400, 422);

    private final Contract contract;
    private final List<Finding> findings = new ArrayList<>();

    SentJudge(Contract contract) {
        this.contract = contract;
    }

    /** The operation that a request is one of: paths begin where those of the contract do. */
    static Optional<Operation> operation(Contract contract, Sent sent) {
        return contract.served(sent.method(), sent.path())
                .filter(operation ->
                        sent.path().startsWith("/") && segments(sent.path()) == segments(operation.path()));
    }

    private static int segments(String path) {
        return path.split("/", -1).length;
    }

    /** Whoever expects 401 sends a token that is none; whoever expects anything else and sends one sends the valid one. */
    static Credential credential(Operation operation, Sent sent, int status) {
        Scheme scheme = operation.security().scheme();
        List<String> values = sent.headers().getOrDefault(scheme.header().toLowerCase(Locale.ROOT), List.of());
        return Credential.assumed(scheme, values, status == UNAUTHORIZED);
    }

    /**
     * What is wrong with a request.
     *
     * @param status that its consumer expects
     */
    List<Finding> judge(Operation operation, Key key, Sent sent, int status) {
        RequestObligations obligations = contract.requestObligations(operation);
        boolean isToBeRefused =
                REFUSALS.contains(status) && operation.responses().containsKey(status);
        boolean isOfNoKey = contract.unarranged().outcomes(true).contains(String.valueOf(status));
        if (!isToBeRefused && !isOfNoKey) {
            obligations
                    .refusals(key)
                    .forEach(refusal -> find(refusal.clause(), "request path", refusal.expected(), refusal.actual()));
        }
        String accept = String.join(", ", sent.headers().getOrDefault("accept", List.of()));
        if (!accept.isBlank() && !AcceptHeader.parse(accept).admits(JsonBody.MEDIA_TYPE)) {
            find(
                    operation.id() + "/responses/content",
                    "request header Accept",
                    "one that admits " + JsonBody.MEDIA_TYPE,
                    Excerpt.of(accept));
        }
        if (!isToBeRefused) {
            judgeParameters(operation, obligations, sent);
            judgeBody(operation, obligations.body(), sent);
        }
        return findings;
    }

    private void judgeParameters(Operation operation, RequestObligations obligations, Sent sent) {
        List<String> taken = obligations
                .parametersIn("query")
                .map(parameter -> parameter.getKey().name())
                .toList();
        sent.query().keySet().stream()
                .filter(name -> !taken.contains(name))
                .forEach(name -> find(
                        operation.id() + "/parameters",
                        "request query",
                        "no parameter that the operation does not take",
                        Excerpt.of(name)));
        obligations
                .parametersIn("query")
                .forEach(it -> judge(
                        operation, it, sent.query().getOrDefault(it.getKey().name(), List.of())));
        obligations
                .parametersIn("header")
                .forEach(it -> judge(
                        operation,
                        it,
                        sent.headers().getOrDefault(it.getKey().name().toLowerCase(Locale.ROOT), List.of())));
    }

    private void judge(Operation operation, Map.Entry<Parameter, TextSchema> declared, List<String> values) {
        Parameter parameter = declared.getKey();
        String place = "request " + parameter.in() + " " + parameter.name();
        if (values.size() > 1 || (values.isEmpty() && parameter.isRequired())) {
            find(
                    operation.id() + "/parameters",
                    place,
                    "one value",
                    values.isEmpty() ? "it is absent" : Excerpt.of(String.join(", ", values)));
        }
        values.forEach(value -> declared.getValue()
                .judge(value, new HashMap<>())
                .forEach(refusal -> find(refusal.clause(), place, refusal.expected(), refusal.actual())));
    }

    private void judgeBody(Operation operation, @Nullable BodySchema schema, Sent sent) {
        String clause = operation.id() + "/requestBody";
        if (schema == null) {
            if (sent.body().length > 0) {
                find(clause, "request body", "no body", "a body");
            }
            return;
        }
        List<String> types = sent.headers().getOrDefault("content-type", List.of());
        if (sent.body().length > 0 && !types.stream().allMatch(JsonBody::isNamedBy)) {
            find(clause, "request header Content-Type", JsonBody.MEDIA_TYPE, Excerpt.of(String.join(", ", types)));
        }
        JsonBody body = JsonBody.parse(sent.body());
        if (body.value() == null) {
            find(clause, "request body", "one JSON text", String.valueOf(body.problem()));
        } else {
            schema.judge(body.value(), new HashMap<>())
                    .forEach(refusal ->
                            find(refusal.clause(), "request " + refusal.place(), refusal.expected(), refusal.actual()));
        }
    }

    private void find(String clause, String place, String expected, String actual) {
        findings.add(Finding.expecting(clause, Excerpt.of(place.strip()), expected, actual, null));
    }
}
