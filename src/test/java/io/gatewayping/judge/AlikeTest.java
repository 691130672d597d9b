package io.gatewayping.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
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

/** Where the answers about two tasks differ, each task asked for twice; an answer is a status, a header and a body. */
final class AlikeTest {

    @ParameterizedTest(name = "{4}: {0}, {1} and {2}, {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "401 x=1 {} | 401 x=1 {} | 401 x=1 {} | 401 x=1 {} | nothing",
                "401 x=1 {} | 401 x=1 {} | 404 x=2 {} | 404 x=2 {} | status 404 after 401",
                "401 x=1 {} | 401 x=1 {} | 401 x=2 {} | 401 x=2 {} | x: [2] after [1]",
                "401 x=1 {} | 401 x=1 {} | 401 - {} | 401 - {} | x: nothing after [1]",
                "401 - {} | 401 - {} | 401 x=1 {} | 401 x=1 {} | x: [1] after nothing",
                "401 - {\"a\":1} | 401 - {\"a\":1} | 401 - {\"a\":2} | 401 - {\"a\":2} | /a: 2 after 1",
                "401 - {\"a\":1} | 401 - {\"a\":1} | 401 - {\"b\":1} | 401 - {\"b\":1} | /a: nothing after 1",
                "401 content-length=2 {} | 401 content-length=2 {} | 401 content-length=3 {} | 401 content-length=3 {} | nothing",
            })
    void aDifferenceIsToldByItsName(String one, String two, String three, String four, String difference) {
        assertThat(Alike.of(asked("t-1", one, two), asked("t-2", three, four)).difference())
                .isEqualTo(difference);
    }

    @ParameterizedTest(name = "{4}: {0}, {1} and {2}, {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "401 x=1 {} | 401 - {} | 401 - {} | 401 - {} | nothing",
                "401 - {} | 401 - {} | 401 - {} | 401 x=1 {} | nothing",
                "401 x=1 {} | 401 x=1 {} | 401 x=1 {} | 401 - {} | nothing",
                "401 x=1 {} | 401 x=2 {} | 401 x=3 {} | 401 x=3 {} | nothing",
                "401 x=3 {} | 401 x=3 {} | 401 x=1 {} | 401 x=2 {} | nothing",
                "401 x=1 {} | 401 x=2 {} | 401 - {} | 401 - {} | x: nothing after *",
                "401 - {\"a\":[]} | 401 - {\"a\":[]} | 401 - {\"a\":[1,2]} | 401 - {\"a\":[3]} | nothing",
                "401 - {\"a\":[1]} | 401 - {\"a\":[2,3]} | 401 - {\"a\":[]} | 401 - {\"a\":[]} | nothing",
                "401 - {\"a\":[{\"b\":1}]} | 401 - {\"a\":[]} | 401 - {\"a\":[{\"c\":1}]} | 401 - {\"a\":[{\"c\":1}]} | nothing",
                "401 - {\"a\":{}} | 401 - {\"a\":{}} | 401 - {\"a\":{\"b\":1}} | 401 - {\"a\":{\"c\":1}} | nothing",
                "401 - {\"a\":[]} | 401 - {\"a\":[]} | 401 - {\"a\":[1]} | 401 - {\"a\":[2]} | '/a: nothing after '",
                "401 - {\"a\":[1],\"b\":1} | 401 - {\"a\":[],\"b\":1} | 401 - {\"a\":[]} | 401 - {\"a\":[]} | /b: nothing after 1",
            })
    void whatDiffersBetweenTheAnswersAboutOneTaskIsComparedByItsPresence(
            String one, String two, String three, String four, String difference) {
        assertThat(Alike.of(asked("t-1", one, two), asked("t-2", three, four)).difference())
                .isEqualTo(difference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 x=of-T-1 {} | 401 x=of-t-2 {}",
                "401 - {\"a\":\"no t-1\"} | 401 - {\"a\":\"no T-2\"}",
                "401 - {\"t-1\":\"gone\"} | 401 - {\"t-2\":\"gone\"}",
            })
    void whatWasAskedForIsNoDifference(String first, String second) {
        assertThat(Alike.of(asked("t-1", first, first), asked("t-2", second, second))
                        .difference())
                .isEqualTo("nothing");
    }

    @Test
    void aRuleComparesAllThatIsShown() {
        Alike alike =
                Alike.of(asked("t-1", "401 x=t-1 {\"a\":\"1\"}"), asked("t-2", "404 y=2 {\"b\":{\"c\":\"t-2\"}}"));

        assertThat(alike.old())
                .isEqualTo(Map.of(
                        "status",
                        401L,
                        "reason",
                        "",
                        "headers",
                        Map.of("x", List.of("{task-id}")),
                        "trailers",
                        Map.of(),
                        "interim",
                        List.of(),
                        "members",
                        Map.of("/a", "1")));
        assertThat(alike.self())
                .isEqualTo(Map.of(
                        "status",
                        404L,
                        "reason",
                        "",
                        "headers",
                        Map.of("y", List.of("2")),
                        "trailers",
                        Map.of(),
                        "interim",
                        List.of(),
                        "members",
                        Map.of("/b/c", "{task-id}")));
    }

    @ParameterizedTest(name = "{2}: {0}, {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "103 for t-1, sum of t-1 | 103 for t-2, sum of t-2 | nothing",
                "103 found, a | 103 none, a | interim [103 none] after [103 found]",
                "103 found, a | 103 found, b | sum: [b] after [a]",
                "103, a, Found | 103, a, None | reason None after Found",
            })
    void whatStandsBesideTheBodyIsCompared(String first, String second, String difference) {
        assertThat(Alike.of(List.of(beside("t-1", first)), List.of(beside("t-2", second)))
                        .difference())
                .isEqualTo(difference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "103 a, x | 103 b, x | 103 c, x",
                "103, a, One | 103, a, Two | 103, a, One",
                "103, a, One | 103, a, Two | 103, a, Three",
                "103, a, One | 103, a | 103, a",
            })
    void whatHasNoNameAndComesByChanceIsNotCompared(String one, String other, String always) {
        List<Exchange> changing = List.of(beside("t-1", one), beside("t-1", other));
        List<Exchange> steady = List.of(beside("t-2", always), beside("t-2", always));

        assertThat(Alike.of(changing, steady).difference()).isEqualTo("nothing");
        assertThat(Alike.of(steady, changing).difference()).isEqualTo("nothing");
    }

    /** An interim answer, a trailer and, perhaps, a reason. */
    private static Exchange beside(String task, String words) {
        String[] parts = words.split(", ");
        TreeMap<String, List<String>> trailers = new TreeMap<>(Map.of("sum", List.of(parts[1])));
        return exchange(
                task,
                new Response(
                        401,
                        new TreeMap<>(),
                        new byte[0],
                        new Response.Aside(parts.length > 2 ? parts[2] : "", List.of(parts[0]), trailers, List.of())));
    }

    private static List<Exchange> asked(String task, String... answers) {
        return Stream.of(answers).map(answer -> exchange(task, answer(answer))).toList();
    }

    private static Exchange exchange(String task, Response response) {
        Request request = new Request(
                "GET",
                URI.create("http://127.0.0.1/jobs/" + task),
                new Key(Map.of("task-id", task)),
                Credential.NO_TOKEN,
                "");
        return new Exchange(request, Outcome.answered(response), Instant.EPOCH, Duration.ZERO);
    }

    private static Response answer(String words) {
        String[] parts = words.split(" ", 3);
        TreeMap<String, List<String>> headers = new TreeMap<>();
        if (parts[1].contains("=")) {
            headers.put(parts[1].split("=")[0], List.of(parts[1].split("=")[1]));
        }
        return new Response(Integer.parseInt(parts[0]), headers, parts[2].getBytes(StandardCharsets.UTF_8));
    }
}
