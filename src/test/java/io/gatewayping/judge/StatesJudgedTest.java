package io.gatewayping.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Timeline;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is judged by the state that a task was brought into, by who asks and in which way; by the real contract. */
final class StatesJudgedTest {

    private static final Contract CONTRACT = Contract.builtIn();
    private static final Key KEY = CONTRACT.keys().example();
    private static final Key OTHER = KEY.with("task-id", "11111111-2222-4333-8444-555555555555");
    private static final String TO_COMPLETION = "a ping test runs to completion";
    private static final String COMPLETED = "a ping test has completed";
    private static final String LIMITED = "the rate limit is exceeded";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "initiated, running, running-further, completed | ''",
                "initiated, running, running, completed | 40 after 40 over 2",
                "initiated, running, running, running | 40 after 40 over 3",
                "initiated, running, running-further, running | 40 after 40 over 3",
                "initiated, running-further, completed | ''",
                "running, running | ''",
            })
    void whatRisesHasRisenBetweenTheFirstAnswerAndTheLast(String answers, String found) {
        Judgement judgement =
                judge(TO_COMPLETION, true, Stream.of(answers.split(", ")).map(StatesJudgedTest::read));

        assertThat(judgement.findings().stream()
                        .filter(finding -> finding.clause().equals("states/a-ping-test-runs-to-completion"))
                        .map(finding -> finding.place() + ": " + finding.actual() + " " + finding.expected()))
                .containsExactlyElementsOf(
                        found.isEmpty()
                                ? List.of()
                                : List.of("/progressPercent: " + found.split(" over ")[0] + " a rise over "
                                        + found.split(" over ")[1] + " answers with 200 RUNNING in the state '"
                                        + TO_COMPLETION + "'"));
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void whatOneOfSeveralClientsDidNotSeeMayHaveRisen(boolean alone, int findings) {
        List<Exchange> exchanges = Stream.of("initiated", "running-further", "running-further", "completed")
                .map(StatesJudgedTest::read)
                .toList();

        assertThat(new Judge(CONTRACT)
                        .judge(new Timeline(TO_COMPLETION, null, exchanges, true, alone))
                        .findings())
                .hasSize(findings);
    }

    @Test
    void whatRisesIsFoundInTheLastAnswerThatShouldHaveRisen() {
        List<Exchange> exchanges = Stream.of("initiated", "running", "running", "completed")
                .map(StatesJudgedTest::read)
                .toList();

        assertThat(judge(TO_COMPLETION, true, exchanges.stream()).findings())
                .extracting(Finding::exchange)
                .containsExactly(exchanges.get(2));
    }

    @Test
    void whatIsNoJsonOrNotAnsweredShowsNoRise() {
        Stream<Exchange> exchanges =
                Stream.of(read("initiated"), failed(Credential.VALID_TOKEN, KEY), read("running"), read("running"));

        assertThat(judge(TO_COMPLETION, true, exchanges).findings())
                .extracting(Finding::actual)
                .containsExactly("40 after 40");
        assertThat(judge(
                                TO_COMPLETION,
                                true,
                                Stream.of(read("initiated"), answered(200, "nonsense"), answered(200, "nonsense")))
                        .findings())
                .extracting(Finding::clause)
                .doesNotContain("states/a-ping-test-runs-to-completion");
    }

    @Test
    void nothingRisesInAStateThatNobodyArranged() {
        assertThat(judge(
                                TO_COMPLETION,
                                false,
                                Stream.of("initiated", "running", "running").map(StatesJudgedTest::read))
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rawOutput | null | null",
                "rawOutput | absent | it is absent",
            })
    void aStateMayPromiseEveryMember(String member, String value, String actual) {
        Response without = without(member, value.equals("absent"));
        Exchange exchange = exchange(Credential.VALID_TOKEN, KEY, without);

        assertThat(judge(COMPLETED, true, Stream.of(exchange)).findings())
                .filteredOn(finding -> finding.clause().startsWith("states/"))
                .containsExactly(Finding.expecting(
                        "states/a-ping-test-has-completed",
                        "/" + member,
                        "a value, as the state '" + COMPLETED + "' promises",
                        actual,
                        exchange));
        assertThat(judge(COMPLETED, false, Stream.of(exchange)).findings())
                .as("a task that anybody started")
                .noneMatch(finding -> finding.clause().startsWith("states/"));
        assertThat(judge(COMPLETED, true, Stream.of(exchange(Credential.NO_TOKEN, KEY, without)))
                        .findings())
                .as("without a token")
                .extracting(Finding::clause)
                .contains("getPingTest/security")
                .doesNotContain("states/a-ping-test-has-completed");
    }

    @Test
    void whatASchemaRefusesOfAMemberIsFoundOnceForEachAnswer() {
        Response without = without("endTime", true);
        List<Exchange> exchanges =
                List.of(exchange(Credential.VALID_TOKEN, KEY, without), exchange(Credential.VALID_TOKEN, KEY, without));

        assertThat(judge(COMPLETED, true, exchanges.stream()).findings())
                .filteredOn(finding -> finding.place().equals("/endTime"))
                .extracting(Finding::exchange)
                .containsExactlyElementsOf(exchanges);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | valid token | 429 | ''",
                "true | no token | 429 | getPingTest/security",
                "true | no token | 401 | ''",
                "true | valid token | 404 | states/the-rate-limit-is-exceeded",
                "false | no token | 429 | ''",
                "false | no token | 401 | states/the-rate-limit-is-exceeded",
            })
    void whatNobodyArrangedShowsWhoeverAsks(boolean arranged, String credential, int status, String found) {
        Exchange exchange = exchange(Credential.named(credential), KEY, example(status));

        assertThat(judge(LIMITED, arranged, Stream.of(exchange)).findings())
                .extracting(Finding::clause)
                .containsExactlyElementsOf(found.isEmpty() ? List.of() : List.of(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "GET"})
    void whatIsAskedForInAnotherWayIsJudgedByRulesAlone(String method) {
        Request request = new Request(
                method,
                url(KEY),
                KEY,
                Credential.VALID_TOKEN,
                "",
                Map.of("accept", method.equals("GET") ? "text/html" : "*/*"));
        Judgement judgement =
                judge(COMPLETED, true, Stream.of(exchange(request, new Response(406, new TreeMap<>(), new byte[0]))));

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.evaluated())
                .contains("getPingTest/message", "token-never-echoed")
                .doesNotContain("getPingTest/responses", "states/a-ping-test-has-completed");
    }

    @Test
    void aRuleMayAskWhetherTheCallerWasLetIn() {
        assertThat(judge(null, true, Stream.of(head(Credential.VALID_TOKEN))).findings())
                .isEmpty();
        assertThat(judge(null, true, Stream.of(head(Credential.NO_TOKEN))).findings())
                .extracting(Finding::clause)
                .containsExactly("head-needs-the-token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null | null",
                "'' | null",
                "' identity ' | null",
                "Identity | null",
                "gzip | gzip",
                "identity,br | identity, br",
            })
    void anAnswerIsInNoCoding(String codings, String actual) {
        Response answer = response("completed");
        if (codings != null) {
            answer.headers().put("content-encoding", List.of(codings.split(",", -1)));
        }
        Exchange exchange = exchange(Credential.VALID_TOKEN, KEY, answer);

        assertThat(judge(COMPLETED, true, Stream.of(exchange)).findings())
                .containsExactlyElementsOf(
                        actual == null
                                ? List.of()
                                : List.of(Finding.expecting(
                                        "getPingTest/responses/200/content",
                                        "header Content-Encoding",
                                        "none, since none was asked for",
                                        actual,
                                        exchange)));
    }

    @Test
    void ofALongAnswerThePartIsShownThatBreaksARule() {
        Response long401 = response("unauthorized", "Authentication required.", "a".repeat(300) + " at Ping.java:42");

        assertThat(judge(null, true, Stream.of(exchange(Credential.NO_TOKEN, KEY, long401)))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.place()).isEqualTo("/message");
                    assertThat(finding.actual()).startsWith("…aaa").contains("Ping.java:42");
                });
    }

    @Test
    void ofAWholeAnswerThePartIsShownThatBreaksARule() {
        Response echoing = response("completed");
        echoing.headers().put("x-echo", List.of("a".repeat(300) + " $TOKEN"));

        assertThat(judge(COMPLETED, true, Stream.of(exchange(Credential.VALID_TOKEN, KEY, echoing)))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.clause()).isEqualTo("token-never-echoed");
                    assertThat(finding.place()).isEqualTo("header x-echo");
                    assertThat(finding.actual()).startsWith("…aaa").endsWith(" $TOKEN");
                });
    }

    @Test
    void whatHardlyAnybodyReadsIsShownFirst() {
        Response answer = response("completed");
        Response.Aside aside = new Response.Aside("OK $TOKEN", List.of(), new TreeMap<>(), List.of("a=b"));
        Response telling = new Response(200, answer.headers(), answer.body(), aside);

        assertThat(judge(COMPLETED, true, Stream.of(exchange(Credential.VALID_TOKEN, KEY, telling)))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.clause()).isEqualTo("token-never-echoed");
                    assertThat(finding.place()).isEmpty();
                    assertThat(finding.actual())
                            .startsWith("OK $TOKEN [a=b] {content-type=[application/json]} {\"output\":");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one, one, one, one | ''",
                "one, one, two, two | found",
                "one, one, two | ''",
                "one, two, two | ''",
                "one, one, one, one, two, two | found",
                "one, one, two, two, two | found",
                "one, one, two, two, one | ''",
            })
    void whoHasNoTokenIsToldTheSameOfTwoTasks(String answers, String found) {
        String[] told = answers.split(", ");
        List<Key> keys = told.length == 3
                ? List.of(KEY, answers.startsWith("one, one") ? KEY : OTHER, OTHER)
                : List.of(KEY, KEY, OTHER, OTHER, KEY.with("serial-number", "CN2"), KEY.with("serial-number", "CN2"));
        List<Exchange> exchanges = Stream.iterate(0, index -> index < told.length, index -> index + 1)
                .map(index -> tagged(Credential.NO_TOKEN, keys.get(index), told[index]))
                .toList();

        assertThat(judge(null, true, exchanges.stream()).findings())
                .containsExactlyElementsOf(
                        found.isEmpty()
                                ? List.of()
                                : List.of(new Finding(
                                        "unauthenticated-answers-alike",
                                        "",
                                        "the answer to a caller without a valid token depends on the task that was asked for",
                                        "x-task: [two] after [one]",
                                        exchanges.get((told.length - 2) / 2 * 2))));
    }

    @Test
    void whoHasAValidTokenMayBeToldAnything() {
        assertThat(judge(
                                null,
                                true,
                                Stream.of(
                                        tagged(Credential.VALID_TOKEN, KEY, "one"),
                                        tagged(Credential.VALID_TOKEN, KEY, "one"),
                                        tagged(Credential.VALID_TOKEN, OTHER, "two"),
                                        tagged(Credential.VALID_TOKEN, OTHER, "two")))
                        .evaluated())
                .doesNotContain("unauthenticated-answers-alike");
    }

    @Test
    void whatWasNotAnsweredIsAlikeToAnything() {
        Judgement judgement = judge(
                null,
                true,
                Stream.of(
                        failed(Credential.NO_TOKEN, KEY),
                        tagged(Credential.NO_TOKEN, KEY, "one"),
                        tagged(Credential.NO_TOKEN, KEY, "one"),
                        tagged(Credential.NO_TOKEN, OTHER, "one"),
                        tagged(Credential.NO_TOKEN, OTHER, "one")));

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.evaluated()).contains("unauthenticated-answers-alike");
    }

    private static Judgement judge(String state, boolean arranged, Stream<Exchange> exchanges) {
        return new Judge(CONTRACT).judge(new Timeline(state, null, exchanges.toList(), arranged, true));
    }

    private static Exchange tagged(Credential credential, Key key, String tag) {
        Response answer = response("unauthorized");
        answer.headers().put("x-task", List.of(tag));
        return exchange(credential, key, answer);
    }

    private static Exchange head(Credential credential) {
        return exchange(
                new Request("HEAD", url(KEY), KEY, credential, ""), new Response(200, new TreeMap<>(), new byte[0]));
    }

    private static Exchange read(String example) {
        return exchange(Credential.VALID_TOKEN, KEY, response(example));
    }

    private static Exchange answered(int status, String body) {
        return exchange(
                Credential.VALID_TOKEN,
                KEY,
                new Response(
                        status,
                        new TreeMap<>(Map.of("content-type", List.of("application/json"))),
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Exchange failed(Credential credential, Key key) {
        return new Exchange(
                new Request("GET", url(key), key, credential, ""),
                Outcome.failed("silent"),
                Instant.EPOCH,
                Duration.ZERO);
    }

    private static Exchange exchange(Credential credential, Key key, Response answer) {
        return exchange(new Request("GET", url(key), key, credential, ""), answer);
    }

    private static Exchange exchange(Request request, Response answer) {
        return new Exchange(request, Outcome.answered(answer), Instant.EPOCH, Duration.ZERO);
    }

    private static URI url(Key key) {
        return URI.create("http://127.0.0.1" + CONTRACT.underTest().path(key));
    }

    private static Response example(int status) {
        Example example = CONTRACT.examples(CONTRACT.underTest(), status).get(0);
        return CONTRACT.response(CONTRACT.underTest(), example, KEY);
    }

    private static Response without(String member, boolean absent) {
        return absent
                ? changed(response("completed"), "\"" + member + "\":\"[^\"]*\",?", "")
                : changed(response("completed"), "\"" + member + "\":\"[^\"]*\"", "\"" + member + "\":null");
    }

    private static Response response(String example) {
        return CONTRACT.response(CONTRACT.underTest(), CONTRACT.example(example).orElseThrow(), KEY);
    }

    private static Response response(String example, String words, String others) {
        return changed(response(example), words, others);
    }

    private static Response changed(Response response, String regex, String other) {
        return new Response(
                response.status(),
                response.headers(),
                response.text().replaceFirst(regex, other).replace(",}", "}").getBytes(StandardCharsets.UTF_8));
    }
}
