package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Providers that send what a terminal, a browser or an XML reader would obey. */
@Timeout(120)
final class InjectionIT {

    private static final String SCRIPT =
            "</script><script>alert(1)</script><!--##vso[task.complete]##teamcity[x]##[error]";
    private static final String EVIL = "\u001b]0;owned\u0007\u001b[2J\u0000\u009b1m]]>" + SCRIPT;
    private static final String ESCAPED_EVIL =
            "\\u001b]0;owned\\u0007\\u001b[2J\\u0000\\u009b1m\\u202e\\u2028\\ud800]]>" + SCRIPT;

    static Stream<Misbehaviour> injections() {
        return Stream.of(
                in("a message", Answers.json(404, Answers.notFound(ESCAPED_EVIL + "\\n"))),
                in("a status", Answers.json(200, "{\"status\":\"" + ESCAPED_EVIL + "\"}")),
                in("a member's name", Answers.json(404, "{\"" + ESCAPED_EVIL + "\":1}")),
                in("what is no JSON", Answers.json(200, EVIL)),
                in("a header", Answers.withHeaders(404, "X-Debug: " + EVIL + Canary.TOKEN + "\r\n", "{}")),
                in("a header's name", Answers.withHeaders(404, EVIL + Canary.TOKEN + ": a\r\n", "{}")),
                in("a reason", Answers.joined("HTTP/1.1 299 " + EVIL + "\r\nContent-Length: 0\r\n\r\n", new byte[0])),
                in(
                        "a type",
                        Answers.joined(
                                "HTTP/1.1 200 OK\r\nContent-Type: " + EVIL + "\r\nContent-Length: 2\r\n\r\n",
                                "{}".getBytes())));
    }

    @ParameterizedTest
    @MethodSource("injections")
    void isShownAndNotObeyed(Misbehaviour injection) throws IOException {
        Judged judged = Judged.by(injection.answering());

        assertThat(judged.exit()).isEqualTo(injection.exit());
        assertThat(judged.console())
                .matches("[\\P{Cntrl}\\r\\n]*")
                .doesNotContain("\u009b", "\u202e", "\u2028", "##vso[", "##teamcity[", "##[");
        assertThat(judged.console().lines()).noneMatch(line -> line.strip().startsWith("::"));
        assertThat(judged.html()).isNotEmpty().doesNotContain("<script>alert(1)", "\u001b", "\u0000");
    }

    private static Misbehaviour in(String place, byte[] answer) {
        return new Misbehaviour(place, Answering.reads(call -> call.send(answer)), Misbehaviour.BROKEN, "");
    }
}
