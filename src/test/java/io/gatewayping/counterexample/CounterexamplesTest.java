package io.gatewayping.counterexample;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Timeline;
import io.gatewayping.judge.Judge;
import io.gatewayping.judge.Judgement;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The judge alone, shown what a provider answers that is honest but for one counterexample. */
final class CounterexamplesTest {

    private static final String TOKEN = "a-token-that-nobody-says-by-chance";
    private static final String JSON = "application/json";
    private static final Contract CONTRACT = Contract.builtIn();

    private static final Redaction REDACTION = new Redaction(List.of(TOKEN));
    private static final List<Counterexample> ALL = Counterexamples.of(CONTRACT);
    private static final List<Honest> HONEST = honest();

    private record Honest(Timeline timeline, List<Example> answers) {}

    static Stream<Clause> clauses() {
        return CONTRACT.clauses().stream();
    }

    @Test
    void theHonestProviderBreaksNothingAndExercisesEveryClause() {
        Set<String> evaluated = new LinkedHashSet<>();
        for (Honest honest : HONEST) {
            Judgement judgement = new Judge(CONTRACT).judge(answered(honest, null));
            assertThat(judgement.findings()).isEmpty();
            assertThat(judgement.unjudged()).isEmpty();
            evaluated.addAll(judgement.evaluated());
        }
        assertThat(evaluated)
                .containsExactlyInAnyOrderElementsOf(
                        CONTRACT.clauses().stream().map(Clause::id).toList());
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void eachThatBreaksItsClauseIsFoundByItsNameAndNoOther(Clause clause) {
        List<Counterexample> counterexamples = ALL.stream()
                .filter(counterexample -> counterexample.clause().equals(clause.id()))
                .toList();

        assertThat(counterexamples).anyMatch(Counterexample::breaks);
        assertThat(counterexamples).allSatisfy(counterexample -> assertThat(isFound(counterexample))
                .as(counterexample.what())
                .isEqualTo(counterexample.breaks()));
    }

    private static boolean isFound(Counterexample counterexample) {
        return HONEST.stream()
                .filter(honest -> isConcerned(honest, counterexample))
                .flatMap(honest -> new Judge(CONTRACT).judge(answered(honest, counterexample)).findings().stream())
                .anyMatch(finding -> finding.clause().equals(counterexample.clause()));
    }

    private static boolean isConcerned(Honest honest, Counterexample counterexample) {
        return IntStream.range(0, honest.answers().size()).anyMatch(poll -> {
            Response response = response(honest.answers().get(poll));
            return altered(response, honest, poll, counterexample).isPresent();
        });
    }

    /** What is read of an honest provider: each state a few times, each example, and nothing without a valid token. */
    private static List<Honest> honest() {
        List<Honest> honest = new ArrayList<>();
        Operation underTest = CONTRACT.underTest();
        for (ServedState state : CONTRACT.states()) {
            List<Example> answers = new ArrayList<>(state.serves());
            answers.add(answers.get(answers.size() - 1));
            honest.add(new Honest(timeline(underTest, state.name(), Credential.VALID_TOKEN, answers.size()), answers));
        }
        honest.addAll(beside(underTest));
        for (Operation operation : CONTRACT.operations()) {
            for (Example example : CONTRACT.examples(operation)) {
                if (example.status() != 401) {
                    honest.add(new Honest(
                            timeline(operation, null, Credential.VALID_TOKEN, 2), List.of(example, example)));
                }
            }
            for (Credential credential : Credential.values()) {
                if (credential != Credential.VALID_TOKEN) {
                    Example refused = CONTRACT.examples(operation, 401).get(0);
                    honest.add(new Honest(timeline(operation, null, credential, 2), List.of(refused, refused)));
                }
            }
        }
        return honest;
    }

    /** What is asked for otherwise than the contract has documented it, and what two tasks or owners have to do with it. */
    private static List<Honest> beside(Operation operation) {
        Key key = CONTRACT.keys().example();
        Key other = key.with("task-id", "0b4f3d0a-52d3-4a63-9f43-6f2f1a2b3c4d");
        Example refused = CONTRACT.examples(operation, 401).get(0);
        Example missing = CONTRACT.examples(operation, 404).get(0);
        Example completed = CONTRACT.example("completed").orElseThrow();
        return List.of(
                new Honest(
                        new Timeline(
                                null,
                                Stream.of(key, other, other, key)
                                        .map(it -> unanswered(request(operation, "GET", it, Credential.NO_TOKEN, JSON)))
                                        .toList()),
                        Collections.nCopies(4, refused)),
                honest(request(operation, "OPTIONS", key, Credential.VALID_TOKEN, JSON), null, refused),
                honest(request(operation, "HEAD", key, Credential.NO_TOKEN, JSON), null, refused),
                honest(request(operation, "GET", key, Credential.VALID_TOKEN, "application/xml"), null, completed),
                honest(
                        request(operation, "GET", key, Credential.VALID_TOKEN, JSON),
                        key.with("serial-number", "CNF7K9X0AC"),
                        missing));
    }

    private static Honest honest(Request request, Key elsewhere, Example answer) {
        return new Honest(new Timeline(null, elsewhere, List.of(unanswered(request))), List.of(answer));
    }

    private static Request request(
            Operation operation, String method, Key key, Credential credential, String mediaType) {
        return new Request(
                method,
                URI.create("http://127.0.0.1" + operation.path(key)),
                key,
                credential,
                "curl",
                Map.of("accept", mediaType));
    }

    private static Exchange unanswered(Request request) {
        return new Exchange(request, Outcome.failed("not yet"), Instant.EPOCH, Duration.ZERO);
    }

    private static Timeline timeline(Operation operation, String state, Credential credential, int polls) {
        Key key = CONTRACT.keys().example();
        Request request = request(operation, operation.method(), key, credential, JSON);
        return new Timeline(state, Collections.nCopies(polls, unanswered(request)));
    }

    private static Timeline answered(Honest honest, Counterexample counterexample) {
        List<Exchange> exchanges = new ArrayList<>();
        for (int poll = 0; poll < honest.answers().size(); poll++) {
            Exchange unanswered = honest.timeline().exchanges().get(poll);
            Response response = response(honest.answers().get(poll));
            Outcome outcome = altered(response, honest, poll, counterexample)
                    .map(altered -> Outcome.of(counterexample.message(altered), REDACTION))
                    .orElse(Outcome.answered(response));
            exchanges.add(new Exchange(unanswered.request(), outcome, unanswered.start(), unanswered.took()));
        }
        return new Timeline(honest.timeline().state(), honest.timeline().elsewhere(), exchanges);
    }

    private static Optional<Response> altered(Response answer, Honest honest, int poll, Counterexample counterexample) {
        Request request = honest.timeline().exchanges().get(poll).request();
        boolean concerned = counterexample != null
                && counterexample.operation().key(request.url().getPath()).isPresent();
        return concerned ? counterexample.answer().insteadOf(answer, asked(honest, poll)) : Optional.empty();
    }

    private static Asked asked(Honest honest, int poll) {
        List<Asked.Answered> earlier = IntStream.range(0, poll)
                .mapToObj(before -> new Asked.Answered(
                        asked(honest, before), response(honest.answers().get(before))))
                .toList();
        return new Asked(
                honest.timeline().exchanges().get(poll).request(),
                TOKEN,
                "",
                honest.timeline().elsewhere(),
                earlier);
    }

    private static Response response(Example example) {
        return new Response(
                example.status(),
                new TreeMap<>(Map.of("content-type", List.of("application/json"))),
                example.body().toString().getBytes(StandardCharsets.UTF_8));
    }
}
