package io.gatewayping.judge;

import io.gatewayping.contract.BodySchema;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.DeclaredMembers;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.MergePatch;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.RequestObligations;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Timeline;
import io.gatewayping.judge.Expectation.Sent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Judges an expectation of a consumer by the contract. What the consumer leaves out it does not need, so that it can break
 * nothing: an answer is judged as it stands and filled up from an example of the contract, and only what both break is a
 * finding. Used once.
 */
final class ExpectationJudge {

    private static final String NO_CURL = "";

    private final Contract contract;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> evaluated = new LinkedHashSet<>();
    private final List<String> unjudged = new ArrayList<>();

    ExpectationJudge(Contract contract) {
        this.contract = contract;
    }

    Judgement judge(Expectation expectation) {
        Sent sent = expectation.request();
        contract.served(sent.method(), sent.path())
                .ifPresentOrElse(
                        operation -> judge(operation, expectation),
                        () -> find(
                                "paths",
                                "request",
                                "an operation of the contract: " + operations(),
                                Excerpt.of(sent.method() + " " + sent.path())));
        return new Judgement(evaluated, List.copyOf(findings), List.copyOf(unjudged));
    }

    private void judge(Operation operation, Expectation expectation) {
        Key key = operation.key(expectation.request().path()).orElseThrow();
        judgeRequest(operation, key, expectation.request());
        Response needed = expectation.response();
        Request request = new Request(
                operation.method(),
                URI.create("http://provider.invalid" + operation.path(key)),
                key,
                credential(expectation.request(), needed.status()),
                NO_CURL);
        // A state is one of tasks; what serves them does not depend on it.
        String state = operation.supporting() ? null : expectation.state();
        Judgement asItStands = judged(state, request, needed);
        evaluated.addAll(asItStands.evaluated());
        Judgement whole = judged(state, request, filled(operation, key, needed, state));
        unjudged.addAll(whole.unjudged());
        whole.findings().stream()
                .filter(finding -> isIn(asItStands, finding))
                .forEach(finding ->
                        find(finding.clause(), "response " + finding.place(), finding.expected(), finding.actual()));
        judgeWhatIsNeeded(operation, needed);
    }

    private void judgeRequest(Operation operation, Key key, Sent sent) {
        RequestObligations obligations = contract.requestObligations(operation);
        obligations
                .refusals(key)
                .forEach(refusal -> find(refusal.clause(), "request path", refusal.expected(), refusal.actual()));
        sent.query().stream()
                .filter(name -> !obligations.query().contains(name))
                .forEach(name -> find(
                        operation.id() + "/parameters",
                        "request query",
                        "no parameter that the operation does not take",
                        Excerpt.of(name)));
        List<String> accept = sent.headers().getOrDefault("accept", List.of());
        if (!accept.isEmpty() && accept.stream().noneMatch(ExpectationJudge::admitsJson)) {
            find(
                    operation.id() + "/responses/content",
                    "request header Accept",
                    "one that admits " + JsonBody.MEDIA_TYPE,
                    Excerpt.of(String.join(", ", accept)));
        }
        judgeRequestBody(operation, obligations.body(), sent);
    }

    private void judgeRequestBody(Operation operation, @Nullable BodySchema schema, Sent sent) {
        String clause = operation.id() + "/requestBody";
        if (schema == null) {
            if (sent.body().length > 0) {
                find(clause, "request body", "no body", "a body");
            }
            return;
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

    private static boolean admitsJson(String accept) {
        return accept.contains(JsonBody.MEDIA_TYPE) || accept.contains("application/*") || accept.contains("*/*");
    }

    /** Whoever expects 401 sends a token that is none; whoever expects anything else sends the valid one. */
    private static Credential credential(Sent sent, int status) {
        if (!sent.headers().containsKey("authorization")) {
            return Credential.NO_TOKEN;
        }
        return status == 401 ? Credential.ANOTHER_TOKEN : Credential.VALID_TOKEN;
    }

    private Judgement judged(@Nullable String state, Request request, Response response) {
        Exchange exchange = new Exchange(request, Outcome.answered(response), Instant.EPOCH, Duration.ZERO);
        return new TimelineJudge(contract).judge(new Timeline(state, List.of(exchange)));
    }

    private static boolean isIn(Judgement judgement, Finding finding) {
        return judgement.findings().stream()
                .anyMatch(other ->
                        other.clause().equals(finding.clause()) && other.place().equals(finding.place()));
    }

    /** Nobody may count on what the contract does not speak of. */
    private void judgeWhatIsNeeded(Operation operation, Response needed) {
        Operation.Answer answer = operation.responses().get(needed.status());
        JsonNode body = JsonBody.parse(needed.body()).value();
        if (answer == null) {
            return;
        }
        if (body != null) {
            new DeclaredMembers(contract.document())
                    .missing(answer.schema(), body)
                    .forEach(place -> find(
                            operation.contentClause(needed.status()),
                            "response " + place,
                            "a member that the contract promises",
                            Excerpt.of(body.at(place).toString())));
        }
        needed.headers().keySet().stream()
                .filter(name -> !name.equals("content-type"))
                .forEach(name -> find(
                        operation.contentClause(needed.status()),
                        "response header " + name,
                        "a header that the contract promises",
                        Excerpt.of(String.join(", ", needed.header(name)))));
    }

    private Response filled(Operation operation, Key key, Response needed, @Nullable String state) {
        JsonNode example = example(operation, needed, state);
        SortedMap<String, List<String>> headers = new TreeMap<>(needed.headers());
        headers.putIfAbsent("content-type", List.of(JsonBody.MEDIA_TYPE));
        if (example == null) {
            return new Response(needed.status(), headers, needed.body());
        }
        if (needed.body().length == 0) {
            return new Response(needed.status(), headers, bytes(example, key));
        }
        JsonNode body = JsonBody.parse(needed.body()).value();
        return body == null || !body.isObject()
                ? new Response(needed.status(), headers, needed.body())
                : new Response(needed.status(), headers, bytes(MergePatch.applied(example, body), key));
    }

    private byte[] bytes(JsonNode body, Key key) {
        return contract.answer(body, key).getBytes(StandardCharsets.UTF_8);
    }

    /** What the state serves with this outcome, or else any example of this outcome or of this status code. */
    private @Nullable JsonNode example(Operation operation, Response needed, @Nullable String state) {
        String outcome = contract.lifecycle()
                .outcome(needed.status(), JsonBody.parse(needed.body()).value());
        List<Example> candidates = new ArrayList<>();
        contract.state(state).ifPresent(served -> candidates.addAll(served.serves()));
        candidates.addAll(contract.examples(operation, needed.status()));
        return candidates.stream()
                .filter(example -> example.outcome().startsWith(outcome))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(example -> example.status() == needed.status())
                        .findFirst())
                .map(Example::body)
                .orElse(null);
    }

    private String operations() {
        return contract.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .reduce((first, second) -> first + ", " + second)
                .orElse("");
    }

    private void find(String clause, String place, String expected, String actual) {
        findings.add(new Finding(clause, Excerpt.of(place.strip()), expected, actual, null));
    }
}
