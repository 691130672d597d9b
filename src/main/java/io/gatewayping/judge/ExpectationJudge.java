package io.gatewayping.judge;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.DeclaredMembers;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.Lifecycle;
import io.gatewayping.contract.MergePatch;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.ResponseHeader;
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
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges an expectation of a consumer by the contract: is there an answer that conforms and holds what is needed? What the
 * consumer leaves out it does not need, so that it can break nothing: what is needed is judged filled up from an example of
 * the contract, and alone but for the status of the task, and only what both break is a finding. It has to go well with one
 * of the examples. Used once.
 */
final class ExpectationJudge {

    private static final String NO_CURL = "";

    private final Contract contract;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> evaluated = new LinkedHashSet<>();
    private final List<String> unjudged = new ArrayList<>();
    private final List<Response> answers = new ArrayList<>();

    ExpectationJudge(Contract contract) {
        this.contract = contract;
    }

    ExpectationJudgement judge(Expectation expectation) {
        Sent sent = expectation.request();
        SentJudge.operation(contract, sent)
                .ifPresentOrElse(
                        operation -> judge(operation, expectation),
                        () -> find(
                                "paths",
                                "request",
                                "an operation of the contract: " + operations(),
                                Excerpt.of(sent.method() + " " + sent.path())));
        return new ExpectationJudgement(
                new Judgement(evaluated, List.copyOf(findings), List.copyOf(unjudged)), List.copyOf(answers));
    }

    private void judge(Operation operation, Expectation expectation) {
        Sent sent = expectation.request();
        Key key = operation.key(sent.path()).orElseThrow();
        findings.addAll(new SentJudge(contract)
                .judge(operation, key, sent, expectation.response().status()));
        Response needed = expectation.response();
        Request request = new Request(
                operation.method(),
                URI.create("http://provider.invalid" + operation.path(key)),
                key,
                SentJudge.credential(operation, sent, needed.status()),
                NO_CURL);
        // A state is one of tasks; what serves them does not depend on it.
        judgeNeeded(operation, request, needed, operation.supporting() ? null : expectation.state());
        judgeWhatIsPromised(operation, needed);
    }

    /**
     * What is needed, with one of the contract's examples around it.
     *
     * @param whole the answer
     * @param judgement of the whole
     * @param findings those that what is needed is the reason of
     */
    private record Filled(Response whole, Judgement judgement, List<Finding> findings) {}

    private void judgeNeeded(Operation operation, Request request, Response needed, @Nullable String state) {
        evaluated.addAll(judged(state, request, needed).evaluated());
        List<Filled> all = fillings(operation, needed, state)
                .map(filling -> filled(operation, request, needed, state, filling))
                .toList();
        if (all.isEmpty()) {
            judged(state, request, needed).findings().forEach(this::findInResponse);
            return;
        }
        Filled best = all.stream()
                .min(Comparator.comparingInt(it -> it.findings().size()))
                .orElseThrow();
        unjudged.addAll(best.judgement().unjudged());
        if (!best.findings().isEmpty()) {
            best.findings().forEach(this::findInResponse);
            return;
        }
        all.stream().filter(it -> it.findings().isEmpty()).map(Filled::whole).forEach(answers::add);
        contract.examples(operation, needed.status()).stream()
                .map(example -> new Response(
                        needed.status(),
                        headers(operation, needed, request.key()),
                        bytes(example.body(), request.key())))
                .filter(answer -> judged(state, request, answer).findings().isEmpty())
                .forEach(answers::add);
    }

    private Filled filled(
            Operation operation, Request request, Response needed, @Nullable String state, JsonNode filling) {
        JsonNode body = JsonBody.parse(needed.body()).value();
        Response whole = new Response(needed.status(), headers(operation, needed, request.key()), needed.body());
        Response told = needed;
        if (needed.body().length == 0) {
            whole = new Response(
                    needed.status(), headers(operation, needed, request.key()), bytes(filling, request.key()));
        } else if (body != null && body.isObject()) {
            whole = new Response(
                    needed.status(),
                    headers(operation, needed, request.key()),
                    bytes(MergePatch.applied(filling, body), request.key()));
            told = new Response(
                    needed.status(), needed.headers(), bytes(MergePatch.applied(status(filling), body), request.key()));
        }
        Judgement judgement = judged(state, request, whole);
        Judgement alone = judged(state, request, told);
        return new Filled(
                whole,
                judgement,
                judgement.findings().stream()
                        .filter(finding -> isIn(alone, finding))
                        .toList());
    }

    /** The status of the task alone: what a consumer leaves out of it, too, is one that there is. */
    private JsonNode status(JsonNode filling) {
        Lifecycle lifecycle = contract.lifecycle();
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        if (filling.has(lifecycle.member())) {
            status.set(lifecycle.member(), filling.path(lifecycle.member()));
        }
        return status;
    }

    /** What is needed of the headers, and what the contract has of the others. */
    private SortedMap<String, List<String>> headers(Operation operation, Response needed, Key key) {
        SortedMap<String, List<String>> headers = new TreeMap<>(needed.headers());
        contract.headers(operation, needed.status(), key).forEach((name, values) -> headers.putIfAbsent(name, values));
        return headers;
    }

    private byte[] bytes(JsonNode body, Key key) {
        return contract.answer(body, key).getBytes(StandardCharsets.UTF_8);
    }

    /** What the state serves and any example of this status code: those with this outcome, or else all of them. */
    private Stream<JsonNode> fillings(Operation operation, Response needed, @Nullable String state) {
        String outcome = contract.lifecycle().outcome(needed);
        List<Example> examples = new ArrayList<>();
        contract.state(state).ifPresent(served -> examples.addAll(served.serves()));
        examples.addAll(contract.examples(operation, needed.status()));
        examples.removeIf(example -> example.status() != needed.status());
        boolean shown = examples.stream().anyMatch(example -> example.outcome().startsWith(outcome));
        return examples.stream()
                .filter(example -> !shown || example.outcome().startsWith(outcome))
                .map(Example::body)
                .distinct();
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
    private void judgeWhatIsPromised(Operation operation, Response needed) {
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
        List<String> promised = contract.headers(operation, needed.status()).stream()
                .map(ResponseHeader::key)
                .toList();
        needed.headers().keySet().stream()
                .filter(name -> !name.equals("content-type") && !promised.contains(name))
                .forEach(name -> find(
                        operation.contentClause(needed.status()),
                        "response header " + name,
                        "a header that the contract promises",
                        Excerpt.of(String.join(", ", needed.header(name)))));
    }

    private String operations() {
        return contract.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .reduce((first, second) -> first + ", " + second)
                .orElse("");
    }

    private void findInResponse(Finding finding) {
        find(finding.clause(), "response " + finding.place(), finding.expected(), finding.actual());
    }

    private void find(String clause, String place, String expected, String actual) {
        findings.add(Finding.expecting(clause, Excerpt.of(place.strip()), expected, actual, null));
    }
}
