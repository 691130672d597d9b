package io.gatewayping.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Malformed;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Timeline;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the judge says of answers that no counterexample is, by a small contract. */
final class JudgeTest {

    private static final Key KEY = key("SN2", "t-2");
    private static final String JSON = "application/json";
    private static final String OPEN = "{\"status\":\"OPEN\",\"percent\":20}";

    @TempDir
    private static Path folder;

    private static Contract contract;

    @BeforeAll
    static void read() throws IOException {
        contract = Contract.load(Path.of("src/test/resources/contract/small.yaml"));
    }

    @Test
    void whatWasNotAnsweredIsNotJudged() {
        Judgement judgement = new Judge(contract).judge(exchange(Outcome.failed("nobody listens there")));

        assertThat(judgement.evaluated()).isEmpty();
        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.unjudged())
                .containsExactly("GET http://127.0.0.1/gateways/SN2/jobs/t-2: nobody listens there");
    }

    @Test
    void whatIsNoMessageIsJudgedByThatAlone() {
        Malformed malformed = new Malformed("status line", "a status", "la la la");

        Exchange exchange = exchange(new Outcome(null, malformed, null));

        Judgement judgement = new Judge(contract).judge(exchange);

        assertThat(judgement.evaluated()).containsExactly("read/message");
        assertThat(judgement.findings())
                .containsExactly(Finding.expecting("read/message", "status line", "a status", "la la la", exchange));
        assertThat(judgement.unjudged()).isEmpty();
    }

    @Test
    void whatMoreThanAMessageIsJudgedByAll() {
        Malformed malformed = new Malformed("end", "nothing", "more");

        Judgement judgement =
                new Judge(contract).judge(exchange(new Outcome(answer(200, JSON, "[]"), malformed, null)));

        assertThat(judgement.findings()).extracting(Finding::clause).contains("read/message", "PingTest/type");
    }

    @Test
    void whatWouldTakeTooLongIsNotJudged() throws IOException {
        Contract slow = changed("'^[a-z]+$'", "'(?:a{4900}b)?'");
        String body = "{\"status\":\"OPEN\",\"percent\":20,\"name\":\"" + "a".repeat(200_000) + "\"}";

        Judgement judgement = new Judge(slow).judge(exchange(Outcome.answered(answer(200, JSON, body))));

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.unjudged())
                .singleElement()
                .asString()
                .startsWith("the body of an answer with 200 could not be judged: a pattern of 49")
                .endsWith(" parts is not tried on a text of 200000 characters, which would take too long;"
                        + " make the pattern smaller");
    }

    @Test
    void onlyWhatThereWasToJudgeByIsEvaluated() {
        Judgement judgement = judge(answer(200, JSON, OPEN));

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.unjudged()).isEmpty();
        assertThat(judgement.evaluated())
                .containsExactlyInAnyOrder(
                        "read/message",
                        "read/responses",
                        "read/responses/200/content",
                        "no-echo",
                        "PingTest/type",
                        "PingTest/required/status",
                        "PingTest/properties/status/type",
                        "PingTest/properties/status/enum",
                        "PingTest/properties/percent/type",
                        "PingTest/properties/percent/minimum",
                        "PingTest/properties/percent/maximum");
    }

    @Test
    void aKeywordThatDoesNotApplyToAValueIsNotEvaluated() {
        assertThat(judge(answer(200, JSON, "{\"status\":\"OPEN\",\"at\":null,\"name\":1,\"percent\":\"x\"}"))
                        .evaluated())
                .contains(
                        "PingTest/properties/at/type",
                        "PingTest/properties/name/type",
                        "PingTest/properties/percent/type")
                .doesNotContain(
                        "PingTest/properties/at/format",
                        "PingTest/properties/name/pattern",
                        "PingTest/properties/name/minLength",
                        "PingTest/properties/percent/minimum",
                        "PingTest/properties/percent/maximum");
        assertThat(judge(answer(200, JSON, "[]")).evaluated()).doesNotContain("PingTest/required/status");
    }

    @Test
    void aRuleThatThrowsOnABodyThatItsSchemaAcceptsLeavesItUnjudged() {
        String without = "{\"status\":\"OPEN\"}";
        Judgement judgement = judge(answer(200, JSON, OPEN), answer(200, JSON, without));

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.unjudged())
                .singleElement()
                .asString()
                .startsWith("the rule never-back could not be evaluated: ");
        assertThat(judgement.evaluated()).doesNotContain("never-back");
    }

    @Test
    void aRuleMayThrowOnABodyThatIsRefusedAnyway() {
        String refused = "{\"status\":\"CLOSED\"}";

        assertThat(judge(answer(200, JSON, OPEN), answer(200, JSON, refused)).unjudged())
                .isEmpty();
        assertThat(judge(answer(200, JSON, refused), answer(200, JSON, OPEN)).unjudged())
                .isEmpty();
    }

    @Test
    void aTransitionIsJudgedAgainstTheLastAnswerOfTheSameSchema() {
        Judgement judgement = judge(
                answer(200, JSON, "{\"status\":\"OPEN\",\"percent\":30}"),
                answer(404, JSON, "{\"code\":\"MISSING\",\"task\":\"t-2 of SN2\"}"),
                answer(200, JSON, OPEN));

        assertThat(told(judgement))
                .containsExactly(new Finding("never-back", "/percent", "it went back", "20 after 30", null));
    }

    @Test
    void aMemberThatIsNotThereIsNothing() {
        assertThat(told(judge(
                        answer(401, JSON, "{\"code\":\"REFUSED\",\"hint\":\"a\"}"),
                        answer(401, JSON, "{\"code\":\"REFUSED\"}"))))
                .contains(new Finding("always-alike", "/hint", "the refusals differ", "nothing after \"a\"", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "application/json | null",
                "application/JSON;charset=utf-8 | null",
                "' application/json ; charset=utf-8' | null",
                "text/html | text/html",
                "application/json5 | application/json5",
            })
    void theMediaTypeIsThatOfJsonWhateverItsParameters(String type, String actual) {
        List<Finding> findings = told(judge(answer(200, type, OPEN)));

        assertThat(findings)
                .isEqualTo(
                        actual == null
                                ? List.of()
                                : List.of(Finding.expecting(
                                        "read/responses/200/content", "header Content-Type", JSON, actual, null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 'no body: '",
                "'  ' | 'no body:   '",
                "{ | not JSON: {",
                "{} {} | not JSON: {} {}",
                "{\"a\":1,\"a\":2} | a member is named twice: {\"a\":1,\"a\":2}",
            })
    void aBodyIsOneJsonText(String body, String actual) {
        assertThat(told(judge(answer(200, JSON, body))))
                .containsExactly(Finding.expecting(
                        "read/responses/200/content",
                        "",
                        "one JSON text in UTF-8, each member named once",
                        actual,
                        null));
    }

    @Test
    void aBodyThatIsTooDeepIsToldAsSuch() {
        assertThat(judge(answer(200, JSON, "[".repeat(501))).findings())
                .singleElement()
                .extracting(Finding::actual)
                .asString()
                .startsWith(
                        "more than is read of JSON, which is 500 levels, 10000 tokens, 1000 digits and exponents of ten: [[[");
    }

    @Test
    void twoMediaTypesAreNone() {
        Response answer = answer(200, JSON, OPEN);
        answer.headers().put("content-type", List.of(JSON, "text/html"));

        assertThat(judge(answer).findings()).extracting(Finding::actual).containsExactly("application/json, text/html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"status\":\"DONE\"} | true",
                "200 | {\"status\":\"OPEN\"} | false",
                "404 | {\"status\":\"DONE\"} | false",
                "200 | [] | false",
                "200 | DONE | false",
            })
    void aTestHasEndedWhenItsStatusIsTerminal(int status, String body, boolean ended) {
        assertThat(contract.lifecycle().isTerminal(answer(status, JSON, body))).isEqualTo(ended);
    }

    @Test
    void anOperationIsKnownByItsMethodAndPath() {
        Operation read = contract.underTest();

        assertThat(contract.operation("GET", "/api/gateways/a/jobs/b")).isEqualTo(read);
        assertThat(contract.operation("POST", "/gateways/a/jobs"))
                .isEqualTo(contract.supporting().orElseThrow());
        assertThatThrownBy(() -> contract.operation("PUT", "/gateways/a/jobs/b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no operation of the contract: PUT /gateways/a/jobs/b");
        assertThat(read.key("/gateways/a/jobs")).isEmpty();
        assertThat(contract.supporting().orElseThrow().key("/gateways/a%20b/jobs"))
                .contains(new Key(Map.of("serial-number", "a b")));
    }

    @Test
    void aKeyStaysWhatItIsInAPath() {
        Key odd = key("a+b c/d?", "%2F é");
        String path = contract.underTest().path(odd);

        assertThat(path).isEqualTo("/gateways/a%2Bb%20c%2Fd%3F/jobs/%252F%20%C3%A9");
        assertThat(contract.underTest().key("/base" + path)).contains(odd);
        assertThat(contract.underTest().key("/gateways/a+b/jobs/c")).contains(key("a+b", "c"));
    }

    @Test
    void whatIsNotInTheContractIsNotFound() {
        assertThat(contract.state(null)).isEmpty();
        assertThat(contract.state("a job is lost")).isEmpty();
        assertThat(contract.state("a job runs").orElseThrow().serves())
                .extracting(Example::name)
                .containsExactly("open", "done");
        assertThat(contract.example("lost")).isEmpty();
        assertThat(contract.example("done").orElseThrow().name()).isEqualTo("done");
        assertThat(contract.examples())
                .extracting(Example::name)
                .containsExactly("open", "done", "refused", "missing", "begun");
        assertThat(contract.keys().example()).isEqualTo(key("SN1", "t-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "a/b/c, a/b/c, true",
        "a/b/c, a/*/c, true",
        "a/b/c, a/*, false",
        "a/b/c, */c, false",
        "a/b.c, a/b*, true",
        "a/b.c, a/b?c, false",
        "a/b/c, A/b/c, false",
    })
    void anAsteriskStandsForAnythingButASlash(String id, String pattern, boolean like) {
        assertThat(Clause.isLike(id, pattern)).isEqualTo(like);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null | null | null",
                "fast | null | null",
                "slow | null | null",
                "FAST | read/responses/200/headers/X-Kind/schema/enum | FAST",
                "'' | read/responses/200/headers/X-Kind/schema/enum | ''",
                "fast,fast | read/responses/200/headers/X-Kind | fast, fast",
            })
    void aHeaderHasOneValueOfItsSchema(String values, String clause, String actual) {
        Response answer = answer(200, JSON, OPEN);
        if (values != null) {
            answer.headers().put("x-kind", List.of(values.split(",", -1)));
        }
        Judgement judgement = judge(answer);

        assertThat(judgement.evaluated().contains("read/responses/200/headers/X-Kind"))
                .isEqualTo(values != null);
        assertThat(judgement.findings()).hasSize(clause == null ? 0 : 1).allSatisfy(finding -> {
            assertThat(finding.clause()).isEqualTo(clause);
            assertThat(finding.place()).isEqualTo("header X-Kind");
            assertThat(finding.actual()).isEqualTo(actual);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "1 | null",
                "7.0 | null",
                "null | begin/responses/201/headers/X-Count/required",
                "0 | begin/responses/201/headers/X-Count/schema/minimum",
                "1.5 | begin/responses/201/headers/X-Count/schema/type",
                "1e1 | begin/responses/201/headers/X-Count/schema/type",
                "+1 | begin/responses/201/headers/X-Count/schema/type",
                "seven | begin/responses/201/headers/X-Count/schema/type",
            })
    void aHeaderSpellsWhatItsSchemaDemands(String value, String clause) {
        Response answer = answer(201, JSON, "{\"at\":\"now\"}");
        if (value != null) {
            answer.headers().put("x-count", List.of(value));
        }
        Request start = new Request(
                "POST",
                URI.create("http://127.0.0.1/gateways/SN2/jobs"),
                new Key(Map.of("serial-number", "SN2")),
                Credential.VALID_TOKEN,
                null);
        Judgement judgement =
                new Judge(contract).judge(new Exchange(start, Outcome.answered(answer), Instant.EPOCH, Duration.ZERO));

        assertThat(judgement.findings().stream().map(Finding::clause))
                .containsExactlyElementsOf(clause == null ? List.of() : List.of(clause));
    }

    @Test
    void aConsumerMayNeedTheHeadersThatTheContractPromises() {
        Response needed = answer(200, JSON, "{\"status\":\"OPEN\"}");
        needed.headers().put("x-kind", List.of("fast"));
        needed.headers().put("x-other", List.of("some"));
        Expectation.Sent sent = new Expectation.Sent(
                "GET", "/gateways/SN2/jobs/t-2", Map.of(), Map.of("authorization", List.of("Bearer a")), new byte[0]);

        assertThat(new Judge(contract)
                        .judge(new Expectation(null, sent, needed))
                        .judgement()
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.place()).isEqualTo("response header x-other"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fast | ''",
                "FAST | read/responses/200/headers/X-Kind/schema/enum at response header X-Kind",
                "fast, slow | read/responses/200/headers/X-Kind/schema/enum at response header X-Kind",
            })
    void aConsumerMayNeedNoOtherValueOfAHeader(String value, String found) {
        Response needed = answer(200, JSON, "{\"status\":\"OPEN\"}");
        needed.headers().put("x-kind", List.of(value));

        assertThat(expected(contract, Map.of(), Map.of(), needed))
                .containsExactlyElementsOf(found.isEmpty() ? List.of() : List.of(found));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "view=full | x-tenant=7 | ''",
                "view=all | x-tenant=7 | paths/~1gateways~1{serial-number}~1jobs~1{task-id}/parameters/0/schema/enum"
                        + " at request query view",
                "lines=7 | x-tenant=7 | read/parameters at request query, read/parameters at request query view",
                "view=full | x-other=7 | read/parameters at request header X-Tenant",
                "view=full | x-tenant=seven | paths/~1gateways~1{serial-number}~1jobs~1{task-id}/parameters/1/schema/type"
                        + " at request header X-Tenant",
            })
    void aConsumerSendsWhatAPathDemands(String query, String header, String found) throws IOException {
        Contract demanding = changed(
                "    get:\n",
                "    parameters:\n"
                        + "      - {name: view, in: query, required: true, schema: {enum: [full]}, example: full}\n"
                        + "      - {name: X-Tenant, in: header, required: true, schema: {type: integer}, example: 1}\n"
                        + "    get:\n");

        assertThat(expected(demanding, pair(query), pair(header), answer(200, JSON, "{\"status\":\"OPEN\"}")))
                .containsExactlyElementsOf(found.isEmpty() ? List.of() : List.of(found.split(", ")));
    }

    private static Map<String, List<String>> pair(String pair) {
        return Map.of(pair.split("=")[0], List.of(pair.split("=")[1]));
    }

    private static List<String> expected(
            Contract by, Map<String, List<String>> query, Map<String, List<String>> more, Response needed) {
        Map<String, List<String>> headers = new TreeMap<>(more);
        headers.put("authorization", List.of("Bearer a"));
        Expectation.Sent sent = new Expectation.Sent("GET", "/gateways/SN2/jobs/t-2", query, headers, new byte[0]);
        return new Judge(by)
                .judge(new Expectation(null, sent, needed)).judgement().findings().stream()
                        .map(finding -> finding.clause() + " at " + finding.place())
                        .toList();
    }

    private static Contract changed(String good, String other) throws IOException {
        String small = Files.readString(Path.of("src/test/resources/contract/small.yaml"));
        return Contract.load(Files.writeString(folder.resolve("changed.yaml"), small.replace(good, other)));
    }

    /** What the scheme does not speak of is nothing, or something wrong: the contract leaves it open. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no token | 200 | ''",
                "no token | 401 | states/a-job-is-open",
                "valid token | 401 | states/a-job-is-open",
                "another token | 200 | read/security",
                "another token | 401 | ''",
                "token in the wrong header | 200 | ''",
                "token in the wrong header | 401 | ''",
                "token in the query | 200 | ''",
                "token under another scheme | 200 | ''",
                "token under another scheme | 401 | ''",
            })
    void whereATokenMayBeAbsentAWrongOneIsRefused(String credential, int status, String clause) throws IOException {
        Contract optional = changed("security: [{bearer: []}]", "security: [{}, {bearer: []}]");
        Exchange exchange = new Exchange(
                new Request(
                        "GET",
                        URI.create("http://127.0.0.1/gateways/SN2/jobs/t-2"),
                        KEY,
                        Credential.named(credential),
                        ""),
                Outcome.answered(answer(status, JSON, status == 200 ? OPEN : "{\"code\":\"REFUSED\"}")),
                Instant.EPOCH,
                Duration.ZERO);

        assertThat(new Judge(optional)
                        .judge(new Timeline("A job is open", List.of(exchange))).findings().stream()
                                .map(Finding::clause))
                .containsExactlyElementsOf(clause.isEmpty() ? List.of() : List.of(clause));
    }

    @Test
    void aFindingInAnArrayHasItsPlace() {
        String body =
                OPEN.replace("}", ",\"hops\":[{},{\"probes\":[{\"at\":\"a\"},{\"at\":\"\"}]},{\"probes\":[{}]}]}");

        assertThat(judge(answer(200, JSON, body)).findings().stream()
                        .map(finding -> finding.clause().replaceFirst(".*/hops/", "") + " at " + finding.place()))
                .containsExactlyInAnyOrder(
                        "items/properties/probes/items/properties/at/minLength at /hops/1/probes/1/at",
                        "items/properties/probes/minItems at /hops/2/probes",
                        "items/properties/probes/items/required/at at /hops/2/probes/0/at");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1e999999999 | PingTest/properties/percent/maximum",
                "-1e999999999 | PingTest/properties/percent/minimum",
                "1e20 | PingTest/properties/percent/maximum",
                "100.00000000000000000001 | PingTest/properties/percent/type PingTest/properties/percent/maximum",
                "99.99999999999999999999 | PingTest/properties/percent/type",
                "1e-999999999 | PingTest/properties/percent/type",
                "1e2 | ''",
                "20.0 | ''",
            })
    void aNumberIsJudgedAsItIsWritten(String number, String clauses) {
        assertThat(judge(answer(200, JSON, OPEN.replace("20", number))).findings().stream()
                        .map(Finding::clause))
                .containsExactlyInAnyOrder(clauses.isEmpty() ? new String[0] : clauses.split(" "));
    }

    private static Judgement judge(Response... answers) {
        return new Judge(contract)
                .judge(new Timeline(
                        null, Stream.of(answers).map(JudgeTest::exchange).toList()));
    }

    private static Exchange exchange(Response answer) {
        Credential credential = answer.status() == 401 ? Credential.NO_TOKEN : Credential.VALID_TOKEN;
        return new Exchange(request(credential), Outcome.answered(answer), Instant.EPOCH, Duration.ZERO);
    }

    private static Exchange exchange(Outcome outcome) {
        return new Exchange(request(Credential.VALID_TOKEN), outcome, Instant.EPOCH, Duration.ZERO);
    }

    private static Request request(Credential credential) {
        return new Request("GET", URI.create("http://127.0.0.1/gateways/SN2/jobs/t-2"), KEY, credential, null);
    }

    private static Response answer(int status, String type, String body) {
        TreeMap<String, List<String>> headers = new TreeMap<>();
        headers.put("content-type", List.of(type));
        return new Response(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Key key(String serialNumber, String taskId) {
        return new Key(Map.of("serial-number", serialNumber, "task-id", taskId));
    }

    /** What is found, whichever exchange showed it. */
    private static List<Finding> told(Judgement judgement) {
        return judgement.findings().stream()
                .map(it -> new Finding(it.clause(), it.place(), it.wrong(), it.actual(), null))
                .toList();
    }
}
