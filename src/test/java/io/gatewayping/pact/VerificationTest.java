package io.gatewayping.pact;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.exchange.Limits;
import io.gatewayping.exchange.Scheme;
import io.gatewayping.exchange.Transport;
import io.gatewayping.gate.Verdict;
import io.gatewayping.pact.RecordingProvider.Answer;
import io.gatewayping.pact.RecordingProvider.Asked;
import io.gatewayping.state.ProviderStates;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Interactions are replayed as Pact does, whatever a provider answers and whatever a pact holds. */
final class VerificationTest {

    private static final String TOKEN = "the-token-of-the-provider";
    private static final String OK = interaction("ok", "/ok", "");
    private static final String JSON = "application/json";

    private RecordingProvider provider;
    private Transport transport;
    private Verification verification;

    @BeforeEach
    void start() throws IOException {
        provider = new RecordingProvider();
        transport = new Transport(new Limits(Duration.ofSeconds(10)));
        verification = new Verification(
                transport,
                new ProviderStates(transport, provider.stateUrl(), TOKEN),
                provider.url(),
                Scheme.BEARER,
                TOKEN);
    }

    @AfterEach
    void close() {
        transport.close();
        provider.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a page | application/json | <html>no</html> | its body is no JSON (not JSON): <html>no</html>",
                "cut off | application/json | {'a': | its body is no JSON (not JSON): ",
                "no number | application/json | {'a': NaN} | its body is no JSON (not JSON): ",
                "a mark before | application/json | \uFEFF{'a':1} | its body is no JSON (not JSON): \\uFEFF",
                "a member twice | application/json | {'a':1,'a':1} | its body is no JSON (a member is named twice)",
                "nothing | application/json | \"\" | its body is no JSON (no body)",
                "nothing at all | \"\" | \"\" | its body is no JSON (no body)",
                "a page of no type | \"\" | <html> | its body is no JSON (not JSON): <html>",
                "a page in another JSON | application/problem+json; charset=utf-8 | <html> | its body is no JSON (not JSON)",
                "a type that is none | ;;;= | {'a':1} | its Content-Type is none: ;;;=",
                "another type | text/html | <html> | Expected a body of 'application/json'",
            })
    void anAnswerThatIsNotWhatItClaimsIsBroken(String name, String type, String body, String told) throws Exception {
        provider.answers("/broken", Answer.of(200, type, body.replace('\'', '"')));

        List<InteractionResult> results =
                verified(interaction("broken", "/broken", ""), OK).results();

        assertThat(results)
                .extracting(InteractionResult::verdict)
                .containsExactly(Verdict.DOES_NOT_CONFORM, Verdict.CONFORMS);
        assertThat(results.get(0).details()).singleElement().asString().startsWith("body: " + told);
    }

    @Test
    void aBodyThatNobodyNeedsIsNotRead() throws Exception {
        provider.answers("/broken", Answer.of(200, JSON, "<html>"));

        assertThat(verified(changed("/broken", it -> it.replaceAll(", \"body\".*}}$", "}}")))
                        .verdict())
                .isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void aBodyThatHasToBeEmptyIs() throws Exception {
        String empty = changed("/empty", it -> it.replaceAll(", \"body\".*}}$", ", \"body\": {\"content\": \"\"}}}"));
        assertThat(verified(empty).results().get(0).details())
                .containsExactly("body: Expected an empty body but received {\"a\":1}");

        provider.answers("/empty", Answer.of(200, "", ""));
        assertThat(verified(empty).verdict()).isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void eachMismatchIsToldWithItsPlace() throws Exception {
        provider.answers("/ok", Answer.of(503, JSON, "{\"a\":\"x\"}"));

        assertThat(verified(OK).results().get(0).details())
                .containsExactly(
                        "status: expected status of 200 but was 503",
                        "body $.a: Expected 'x' (String) to be the same type as 1 (Integer)");
    }

    @Test
    void aRuleThatPactCannotReadBreaksItsInteractionAlone() throws Exception {
        String broken =
                changed("/broken", it -> it.replace("\"match\": \"type\"", "\"match\": \"regex\", \"regex\": \"(a\""));

        List<InteractionResult> results = verified(broken, OK).results();

        assertThat(results.get(0).details())
                .singleElement()
                .asString()
                .startsWith("Pact cannot match it: java.util.regex.PatternSyntaxException");
        assertThat(results.get(1).verdict()).isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void whatTheClientSetsIsLeftOut() throws Exception {
        VerifiedPact verified = verified(
                requesting(
                        """
                "headers": {"Content-Length": ["77"], "transfer-encoding": ["chunked"], "Connection": ["close"],
                  "Host": ["elsewhere.example"], "Accept-Encoding": ["gzip"], "Expect": ["100-continue"],
                  "X-Trace": ["a", "b"], "x-trace": ["c"]}
                """));

        assertThat(verified.verdict()).isEqualTo(Verdict.CONFORMS);
        Asked asked = provider.asked().get(0);
        assertThat(asked.headers().get("Host")).containsExactly(provider.url().getAuthority());
        assertThat(asked.headers().getFirst("Accept-Encoding")).isNotEqualTo("gzip");
        assertThat(asked.headers()).doesNotContainKeys("Transfer-encoding", "Expect");
        assertThat(asked.headers().get("X-trace")).containsExactly("a, b, c");
    }

    @Test
    void aBodyAndAQueryAreSentAsTheyAre() throws Exception {
        verified(
                requesting(
                        """
                "method": "post", "query": {"q": ["a b", "c&d"]},
                "body": {"content": "grüße", "contentType": "text/plain", "encoded": false}
                """));

        Asked asked = provider.asked().get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.target()).isEqualTo("/asked?q=a%20b&q=c%26d");
        assertThat(asked.body()).isEqualTo("grüße");
        assertThat(asked.headers().getFirst("Content-Type")).startsWith("text/plain");
    }

    @ParameterizedTest
    @CsvSource({
        "/a b/c, /a%20b/c",
        "/a%20b/%2F, /a%20b/%2F",
        "/a+b/%zz, /a%2Bb/%25zz",
        "a, /a",
    })
    void aPathIsSentAsItIsMeant(String path, String sent) throws Exception {
        verified(interaction("asked", path, ""));

        assertThat(provider.asked()).extracting(Asked::target).containsExactly(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"X-Trace\": [\"a\\u0000b\"]", "\"X Trace\": [\"a\"]", "\"X-Trace\": [\"a\\r\\nHost: b\"]"})
    void aHeaderThatCannotBeSentIsNotSent(String header) throws Exception {
        InteractionResult result =
                verified(requesting("\"headers\": {" + header + "}")).results().get(0);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.details()).singleElement().asString().endsWith("cannot be sent as it is");
        assertThat(provider.asked()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer a-token | 200 | Bearer the-token-of-the-provider",
                "bearer a-token | 200 | Bearer the-token-of-the-provider",
                "Token abc | 200 | Token abc",
                "Basic YTpi | 200 | Basic YTpi",
                "Bearer | 200 | Bearer",
                "Bearer wrong | 401 | Bearer wrong",
            })
    void theTokenTakesThePlaceOfOneThatIsMeantToBeLetIn(String given, int status, String sent) throws Exception {
        verified(requesting("\"headers\": {\"authorization\": [\"" + given + "\"]}")
                .replace("\"status\": 200", "\"status\": " + status));

        assertThat(provider.asked().get(0).headers().get("Authorization")).containsExactly(sent);
    }

    @Test
    void aTokenThatIsRefusedEverywhereSaysNothingOfTheProvider() throws Exception {
        provider.answers("/asked", Answer.of(401, JSON, "{\"a\":1}"));
        String asked = requesting("\"headers\": {\"Authorization\": [\"Bearer a\"]}");

        VerifiedPacts refused = verification.verified(List.of(verified(asked, asked, OK)));

        assertThat(refused.word()).isEqualTo("INCONCLUSIVE");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.isWhole()).isFalse();
        assertThat(refused.inconclusive())
                .containsExactly("the provider refuses the token with 401 wherever it is sent: it may have expired");
        assertThat(verification
                        .verified(List.of(verified(asked, asked.replace("/asked", "/other"))))
                        .word())
                .isEqualTo("DOES_NOT_CONFORM");
    }

    @Test
    void generatorsAreGivenWhatTheStateGives() throws Exception {
        provider.answersStateChanges(
                Answer.of(201, JSON, "{\"answered\": 7, \"given\": \"changed\", \"nothing\": null}"));

        VerifiedPact verified = verified(generating("/a/${given}/${answered}", "Bearer ${answered}", "/example"));

        assertThat(verified.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(provider.asked()).extracting(Asked::target).containsExactly("/a/changed/7");
        assertThat(provider.asked().get(0).headers().getFirst("X-Generated")).isEqualTo("Bearer 7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a/${unknown} | the generator of the path needs 'unknown', which no provider state gives",
                "unknown | the generator of the path needs 'unknown', which no provider state gives",
                "${nothing} | the generator of the path needs 'nothing', which no provider state gives",
                "/a/${given | the generator of the path gives nothing: Missing closing value in expression string",
            })
    void aGeneratorThatGivesNothingSendsNothing(String expression, String told) throws Exception {
        provider.answersStateChanges(Answer.of(200, JSON, "{\"nothing\": null}"));

        InteractionResult result = verified(generating(expression, "a ${given}", "/example"))
                .results()
                .get(0);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.details()).singleElement().asString().startsWith(told);
        assertThat(provider.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200, application/json, {}",
        "200, text/plain, fine",
        "201, '', ''",
        "204, '', ''",
        "202, application/json, []"
    })
    void anySuccessOfAStateChangeIsAYes(int status, String type, String body) throws Exception {
        provider.answersStateChanges(Answer.of(status, type, body));

        assertThat(verified(generating("/a/${given}", "a ${given}", "/example")).verdict())
                .isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void aStateThatIsRefusedIsToldInTheProvidersWords() throws Exception {
        provider.answersStateChanges(Answer.of(400, JSON, "{\"message\": \"no such state, only: a, b\u001b[2J\"}"));

        InteractionResult result = verified(generating("/a/${given}", "a ${given}", "/example"))
                .results()
                .get(0);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.details())
                .containsExactly("the setup of the state 'a state' at " + provider.stateUrl()
                        + " failed: it answered 400: {\"message\": \"no such state, only: a, b\\u001B[2J\"}");
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    void whatIsPendingIsToldAndFailsNothing() throws Exception {
        provider.answers("/pending", Answer.of(500, JSON, "{}"));
        String pending =
                interaction("pending", "/pending", "").replace("\"request\"", "\"pending\": true, \"request\"");

        VerifiedPacts verified = verification.verified(List.of(verified(pending, OK)));

        assertThat(verified.pacts().get(0).results())
                .extracting(InteractionResult::pending)
                .containsExactly(true, false);
        assertThat(verified.word()).isEqualTo("PENDING");
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.tally()).isEqualTo("0 kept, 1 broken (pending: web)");

        provider.answers("/ok", Answer.of(500, JSON, "{}"));
        VerifiedPacts broken = verification.verified(List.of(verified(pending, OK), verified(pending)));
        assertThat(broken.word()).isEqualTo("DOES_NOT_CONFORM");
        assertThat(broken.exitCode()).isOne();
        assertThat(broken.tally()).isEqualTo("0 kept, 2 broken (web; pending: web)");
    }

    @Test
    void aPactThatIsPendingFailsNothing() throws Exception {
        provider.answers("/ok", Answer.of(500, JSON, "{}"));

        VerifiedPacts verified = verification.verified(List.of(verification.verify(pact(OK), true)));

        assertThat(verified.word()).isEqualTo("PENDING");
        assertThat(verified.tally()).isEqualTo("0 kept, 1 broken (pending: web)");
        assertThat(verified.isWhole()).isTrue();
    }

    @Test
    void nothingIsNothing() {
        assertThat(verification.verified(List.of()).word()).isEqualTo("INCONCLUSIVE");
        assertThat(new VerifiedPact("a", "b", "c", false, List.of()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void everyStateIsTornDownInTheEnd() throws Exception {
        verified(changed(
                "/asked",
                it -> it.replace(
                        "\"request\"",
                        "\"providerStates\": [{\"name\": \"first\"}, {\"name\": \"second\"}], \"request\"")));

        assertThat(provider.stateChanges())
                .extracting(it -> it.replaceAll(".*\"(first|second)\".*", "$1")
                        + (it.contains("\"teardown\"") ? " is torn down" : " is set up"))
                .containsExactly("first is set up", "second is set up", "first is torn down", "second is torn down");
    }

    @Test
    void rulesThatPactPassesOverAreNotRun() throws Exception {
        VerifiedPact pact = verified(changed(
                "/asked", it -> it.replace("\"matchingRules\": {", "\"matchingRules\": {\"path\": {\"a\": 1}, ")));

        assertThat(pact.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(pact.results().get(1))
                .isEqualTo(new InteractionResult(
                        "the matching rules at /interactions/0/response/matchingRules/path",
                        null,
                        false,
                        Verdict.INCONCLUSIVE,
                        List.of("Pact passes over them")));
    }

    private VerifiedPact verified(String... interactions) throws UnreadablePact {
        return verification.verify(pact(interactions), false);
    }

    private static PactDocument pact(String... interactions) throws UnreadablePact {
        return PactDocument.parse(
                "the pact",
                "{\"consumer\": {\"name\": \"web\"}, \"provider\": {\"name\": \"p\"}, \"interactions\": ["
                        + String.join(",", interactions)
                        + "], \"metadata\": {\"pactSpecification\": {\"version\": \"4.0\"}}}");
    }

    private static String changed(String path, UnaryOperator<String> change) {
        return change.apply(interaction("changed", path, ""));
    }

    private static String requesting(String more) {
        return interaction("asked", "/asked", ", " + more);
    }

    private static String generating(String path, String header, String example) {
        return interaction(
                        "generated",
                        example,
                        """
                        , "headers": {"X-Generated": ["x"]}, "generators": {
                          "path": {"type": "ProviderState", "expression": "%s"},
                          "header": {"X-Generated": {"type": "ProviderState", "expression": "%s"}}}
                        """
                                .formatted(path, header))
                .replace(
                        "\"request\"",
                        "\"providerStates\": [{\"name\": \"a state\", \"params\": {\"given\": \"g\"}}], \"request\"");
    }

    private static String interaction(String name, String path, String more) {
        List<String> parts = new ArrayList<>();
        parts.add("{\"type\": \"Synchronous/HTTP\", \"description\": \"" + name + "\", ");
        parts.add("\"request\": {" + (more.contains("\"method\"") ? "" : "\"method\": \"GET\", "));
        parts.add("\"path\": \"" + path + "\"" + more + "}, ");
        parts.add("\"response\": {\"status\": 200, \"matchingRules\": {\"body\": {\"$.a\": {\"combine\": \"AND\", ");
        parts.add("\"matchers\": [{\"match\": \"type\"}]}}}, ");
        parts.add("\"body\": {\"content\": {\"a\": 1}, \"contentType\": \"application/json\", \"encoded\": false}}}");
        return String.join("", parts);
    }
}
