package io.gatewayping.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a clause could not be judged: what it needs, by the contract's own examples, and what there was. */
final class NothingThereTest {

    private final Contract contract = Contract.builtIn();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PingTest/then/required/output | such as 'completed' (200 COMPLETED);",
                "end-not-before-start | such as 'completed' (200 COMPLETED), 'failed' (200 FAILED);",
                "Problem/type | such as 'bad-request' (400), 'unauthorized' (401), 'not-found' (404), …;",
                "StartedPingTest/type | such as 'started' (202);",
                "progress-never-falls | it compares two answers such as 'initiated' (200 INITIATED), 'running' (200 RUNNING)",
                "states/a-ping-test-is-running | it speaks of answers in the state 'a ping test is running';",
                "getPingTest/security | it speaks of requests without a valid token;",
                "head-needs-the-token | no answer here was one that it speaks of;",
            })
    void namesWhatIsNeeded(String clause, String needed) {
        assertThat(reason(clause))
                .startsWith("nothing was there to judge the clause " + clause + " by: ")
                .contains(needed);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "200 {\"status\":\"RUNNING\"} | answered here: 200 RUNNING",
                "200 {\"status\":\"<b>\"} | answered here: 200",
                "200 {\"status\":\"RUNNING\"},404 {},200 {\"status\":\"RUNNING\"} | answered here: 200 RUNNING, 404",
                "404 {},401 {},500 {},503 {} | answered here: 404, 401, 500, …",
                "'' | nothing was answered here",
            })
    void tellsWhatThereWas(String answers, String told) {
        assertThat(reason("PingTest/then/required/output", answers.isEmpty() ? new String[0] : answers.split(",")))
                .endsWith("; " + told);
    }

    private String reason(String pattern, String... answers) {
        Set<String> clauses = contract.clausesLike(pattern);
        assertThat(clauses).isNotEmpty();
        List<Exchange> exchanges = Arrays.stream(answers).map(this::exchange).toList();
        return new NothingThere(contract).toJudge(pattern, clauses, exchanges);
    }

    /** A status code, a blank, a body. */
    private Exchange exchange(String answer) {
        Response response = new Response(
                Integer.parseInt(answer.substring(0, 3)),
                new TreeMap<>(),
                answer.substring(4).getBytes(StandardCharsets.UTF_8));
        Request request = new Request(
                "GET", URI.create("http://127.0.0.1:1"), contract.keys().example(), Credential.VALID_TOKEN, "");
        return new Exchange(request, Outcome.answered(response), Instant.EPOCH, Duration.ZERO);
    }
}
