package io.gatewayping.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a consumer may send and need, by a small contract; what is needed is a status and a body. */
final class ExpectationTest {

    private static final Path SMALL = Path.of("src/test/resources/contract/small.yaml");
    private static final String READ = "/gateways/SN2/jobs/t-2";
    private static final String OPEN = "{\"status\":\"OPEN\",\"percent\":20,\"at\":null,\"figures\":null}";

    private static Contract contract;

    @BeforeAll
    static void read() {
        contract = Contract.load(SMALL);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /gateways/SN2/jobs/t-2",
        "GET, /gateways/SN2",
        "GET, /api/gateways/SN2/jobs/t-2",
        "GET, gateways/SN2/jobs/t-2",
        "GET, x/gateways/SN2/jobs/t-2",
    })
    void whatNoOperationServesIsNoRequest(String method, String path) {
        ExpectationJudgement judgement = judge(null, sent(method, path), "404", "{\"code\":\"MISSING\"}");

        assertThat(judgement.judgement().findings())
                .containsExactly(Finding.expecting(
                        "paths",
                        "request",
                        "an operation of the contract: GET /gateways/{serial-number}/jobs/{task-id},"
                                + " POST /gateways/{serial-number}/jobs",
                        method + " " + path,
                        null));
        assertThat(judgement.answers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null | 404 | {\"code\":\"MISSING\"} | ''",
                "A job is open | 200 | {} | ''",
                "A job is open | 200 | '' | ''",
                "A job is open | 404 | {} | states/a-job-is-open at response status",
                "A job is open | 200 | {\"status\":\"DONE\"} | states/a-job-is-open at response /status",
                "a job runs | 200 | {\"status\":\"DONE\"} | ''",
            })
    void whatIsNeededIsAnAnswerOfTheState(String state, String status, String body, String found) {
        assertThat(found(judge(state, sent("GET", READ), status, body))).isEqualTo(found);
    }

    @Test
    void whatServesAStateDoesNotDependOnIt() {
        assertThat(found(judge("A job is open", sent("POST", "/gateways/SN2/jobs"), "201", "{}")))
                .isEmpty();
    }

    @Test
    void aStatusThatIsNotDocumentedIsNoAnswer() {
        assertThat(found(judge(null, sent("GET", READ), "500", "{}"))).isEqualTo("read/responses at response status");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | PingTest/type at response",
                "nonsense | read/responses/200/content at response",
                "{\"status\":\"LOST\"} | PingTest/properties/status/enum at response /status",
                "{\"other\":1} | read/responses/200/content at response /other",
                "{\"figures\":{\"received\":4}} | PingTest/else/properties/figures/type at response /figures",
                "{\"status\":\"OPEN\",\"figures\":{\"sent\":5}} | PingTest/else/properties/figures/type at response /figures",
                "{\"status\":\"DONE\",\"figures\":{\"received\":4}} | received-as-named at response /figures/received",
                "{\"hops\":[{\"probes\":[]}]} | PingTest/properties/hops/items/properties/probes/minItems"
                        + " at response /hops/0/probes",
            })
    void whatIsNeededGoesWellWithNoExample(String body, String found) {
        ExpectationJudgement judgement = judge(null, sent("GET", READ), "200", body);

        assertThat(found(judgement)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what the first example has not | {\"figures\":{\"sent\":5,\"received\":5}}",
                "what it leaves out that is required | {\"percent\":20}",
                "what breaks a rule only with what was not asked for | {\"status\":\"DONE\",\"figures\":{\"sent\":4}}",
            })
    void whatGoesWellWithOneExampleIsAnAnswer(String what, String body) {
        assertThat(found(judge(null, sent("GET", READ), "200", body))).isEmpty();
    }

    @Test
    void anExampleIsToldWhereAStatusIsThatNoneShows() {
        Contract demanding =
                Contract.load(SMALL, text -> text.replace("required: [status]\n", "required: [status, percent]\n"));
        Expectation lost = new Expectation(null, sent("GET", READ), response("200", "{\"status\":\"LOST\"}"));

        assertThat(found(new Judge(demanding).judge(lost)))
                .isEqualTo("PingTest/properties/status/enum at response /status");
    }

    @Test
    void whatNobodyMayCountOnIsShown() {
        assertThat(judge(null, sent("GET", READ), "200", "{\"status\":\"OPEN\",\"other\":1}")
                        .judgement()
                        .findings())
                .containsExactly(Finding.expecting(
                        "read/responses/200/content",
                        "response /other",
                        "a member that the contract promises",
                        "1",
                        null));
    }

    /** Pact's own rules are tried on these. */
    @Test
    void theAnswersThatConformAreThoseFilledUpFromExamplesAndTheExamples() {
        String done = contract.answer(
                contract.example("done").orElseThrow().body(),
                contract.underTest().key(READ).orElseThrow());

        assertThat(answers("{\"status\":\"DONE\"}")).containsExactly(done, OPEN, done);
        assertThat(answers("{\"figures\":{\"sent\":5,\"received\":5}}")).containsExactly(done, OPEN, done);
        assertThat(answers("")).containsExactly(OPEN, done, OPEN, done);
        assertThat(answers("{\"percent\":30}")).startsWith(OPEN.replace("20", "30"));
        assertThat(answers("{\"percent\":-1}")).isEmpty();
        assertThat(judge("A job is open", sent("GET", READ), "200", "{\"status\":\"OPEN\"}")
                        .answers())
                .extracting(Response::text)
                .containsExactly(OPEN, OPEN);
        assertThat(judge(null, sent("POST", "/gateways/SN2/jobs"), "201", "").answers())
                .allSatisfy(answer -> assertThat(answer.headers()).containsEntry("x-count", List.of("7")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ''",
                "' ' | ''",
                "application/json | ''",
                "text/html | read/responses/content at request header Accept",
            })
    void aConsumerTakesJson(String accept, String found) {
        Map<String, List<String>> headers = Map.of("authorization", List.of("Bearer a"), "accept", List.of(accept));

        assertThat(found(judge(null, new Expectation.Sent("GET", READ, Map.of(), headers, new byte[0]), "200", "{}")))
                .isEqualTo(found);
    }

    @Test
    void aConsumerNamesATaskAsTheContractDoes() {
        Contract strict = Contract.load(
                SMALL,
                text -> text.replace(
                        "schema: {type: string}, example: t-1",
                        "schema: {type: string, pattern: '^t-[0-9]+$'}, x-fresh: 't-[0-9]{2}', example: t-1"));

        assertThat(new Judge(strict)
                        .judge(new Expectation(null, sent("GET", "/gateways/SN2/jobs/two"), response("200", "{}")))
                        .judgement()
                        .findings())
                .containsExactly(Finding.expecting(
                        "components/parameters/TaskId/schema/pattern",
                        "request path",
                        "the parameter task-id matches ^t-[0-9]+$",
                        "\"two\"",
                        null));
    }

    @Test
    void aConsumerSendsAHeaderOnce() {
        Contract demanding = Contract.load(
                SMALL,
                text -> text.replace(
                        "    get:\n",
                        "    parameters: [{name: X-Tenant, in: header, required: true, schema: {type: integer}, example: 1}]\n"
                                + "    get:\n"));

        assertThat(tenants(demanding)).containsExactly("it is absent");
        assertThat(tenants(demanding, "1")).isEmpty();
        assertThat(tenants(demanding, "1", "2")).containsExactly("1, 2");
    }

    private static List<String> tenants(Contract demanding, String... tenants) {
        Map<String, List<String>> headers = new TreeMap<>(Map.of("authorization", List.of("Bearer a")));
        if (tenants.length > 0) {
            headers.put("x-tenant", List.of(tenants));
        }
        Expectation.Sent sent = new Expectation.Sent("GET", READ, Map.of(), headers, new byte[0]);
        return new Judge(demanding)
                .judge(new Expectation(null, sent, response("200", "{}"))).judgement().findings().stream()
                        .map(Finding::actual)
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | {\"name\":\"a\"} | ''",
                "POST | {\"name\":1} | Beginning/properties/name/type at request /name",
                "POST | nonsense | begin/requestBody: not JSON at request body",
                "POST | '' | begin/requestBody: no body at request body",
                "GET | {} | read/requestBody: a body at request body",
                "GET | '' | ''",
            })
    void aConsumerSendsTheBodyThatAnOperationTakes(String method, String body, String found) {
        Contract taking = Contract.load(SMALL, text -> text.replace(
                        "      operationId: begin\n",
                        "      operationId: begin\n      requestBody: {required: true, content: {application/json: {schema:"
                                + " {$ref: '#/components/schemas/Beginning'}}}}\n")
                .replace(
                        "  schemas:\n",
                        "  schemas:\n    Beginning: {type: object, properties: {name: {type: string}}}\n"));
        Expectation.Sent sent = new Expectation.Sent(
                method,
                method.equals("GET") ? READ : "/gateways/SN2/jobs",
                Map.of(),
                Map.of("authorization", List.of("Bearer a")),
                body.getBytes(StandardCharsets.UTF_8));

        assertThat(new Judge(taking)
                        .judge(new Expectation(null, sent, response(method.equals("GET") ? "200" : "201", "{}")))
                        .judgement()
                        .findings())
                .extracting(finding -> finding.clause().endsWith("requestBody")
                        ? finding.clause() + ": " + finding.actual() + " at " + finding.place()
                        : finding.clause() + " at " + finding.place())
                .containsExactlyElementsOf(found.isEmpty() ? List.of() : List.of(found));
    }

    private static List<String> answers(String body) {
        return judge(null, sent("GET", READ), "200", body).answers().stream()
                .map(Response::text)
                .toList();
    }

    private static String found(ExpectationJudgement judgement) {
        return String.join(
                ", ",
                judgement.judgement().findings().stream()
                        .map(finding -> finding.clause() + " at " + finding.place())
                        .toList());
    }

    private static ExpectationJudgement judge(String state, Expectation.Sent sent, String status, String body) {
        return new Judge(contract).judge(new Expectation(state, sent, response(status, body)));
    }

    private static Expectation.Sent sent(String method, String path) {
        return new Expectation.Sent(method, path, Map.of(), Map.of("authorization", List.of("Bearer a")), new byte[0]);
    }

    private static Response response(String status, String body) {
        return new Response(
                Integer.parseInt(status),
                new TreeMap<>(Map.of("content-type", List.of("application/json"))),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
