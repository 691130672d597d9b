package io.gatewayping.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatewayping.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What Pact says against an answer, where, and whether a rule of the pact says so or its example alone. */
final class MatchingTest {

    private static final String PACT =
            """
            {"consumer": {"name": "a"}, "provider": {"name": "b"}, "metadata": {"pactSpecification": {"version": "4.0"}},
             "interactions": [{"type": "Synchronous/HTTP", "description": "x", "request": {"method": "GET", "path": "/"},
              "response": {"status": 200, "headers": {"X-Number": ["1"], "X-Word": ["one"]},
               "body": {"content": {"number": 1, "word": "one"}, "contentType": "application/json", "encoded": false},
               "matchingRules": {
                "header": {"x-number": {"combine": "AND", "matchers": [{"match": "regex", "regex": "[0-9]"}]}},
                "body": {"$.number": {"combine": "AND", "matchers": [{"match": "type"}]}}}}}]}
            """;

    @Test
    void nothingIsSaidAgainstWhatIsNeeded() throws UnreadablePact {
        assertThat(refusals(PACT, 200, Map.of("x-number", "7", "x-word", "one"), "{\"number\":7,\"word\":\"one\"}"))
                .isEmpty();
    }

    @Test
    void aRuleOrTheExampleSaysSo() throws UnreadablePact {
        assertThat(refusals(PACT, 404, Map.of("x-number", "a", "x-word", "two"), "{\"number\":\"a\",\"word\":\"two\"}"))
                .extracting(Refusal::place, Refusal::byRule)
                .containsExactlyInAnyOrder(
                        tuple("status", false),
                        tuple("header X-Number", true),
                        tuple("header X-Word", false),
                        tuple("body $.number", true),
                        tuple("body $.word", false));
    }

    @Test
    void aRuleMaySayWhichStatus() throws UnreadablePact {
        String ruled = PACT.replace(
                "\"matchingRules\": {",
                "\"matchingRules\": {\"status\": {\"combine\": \"AND\", \"matchers\": [{\"match\": \"statusCode\", \"status\": \"success\"}]},");

        assertThat(refusals(ruled, 404, Map.of("x-number", "7", "x-word", "one"), "{\"number\":7,\"word\":\"one\"}"))
                .extracting(Refusal::place, Refusal::byRule)
                .containsExactly(tuple("status", true));
    }

    private static List<Refusal> refusals(String pact, int status, Map<String, String> more, String body)
            throws UnreadablePact {
        PactDocument document = PactDocument.parse("it", pact);
        TreeMap<String, List<String>> headers = new TreeMap<>();
        headers.put("content-type", List.of("application/json"));
        more.forEach((name, value) -> headers.put(name, List.of(value)));
        return new Matching(document.pact(), document.interactions().get(0))
                .refusals(new Response(status, headers, body.getBytes(StandardCharsets.UTF_8)));
    }
}
