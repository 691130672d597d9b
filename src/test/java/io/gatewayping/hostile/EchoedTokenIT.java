package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Providers that give away the token that they were sent, or try to. */
@Timeout(120)
final class EchoedTokenIT {

    static Stream<Misbehaviour> echoes() {
        return Stream.of(
                echo("in a header", "X-Debug: " + Canary.TOKEN, "no such test"),
                echo(
                        "in a cookie",
                        "Set-Cookie: " + Canary.TOKEN + "; expires=never; domain=elsewhere",
                        "no such test"),
                echo("in a message", "X-Debug: no", "who sent " + Canary.TOKEN + "?"),
                echo("in Base64", "X-Debug: no", "who sent " + Canary.base64() + "?"),
                echo("in JSON's escapes", "X-Debug: no", Canary.spelled("\\u%04x")));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void isFoundAndHidden(Misbehaviour echo) throws IOException {
        Judged judged = Judged.by(echo.answering());

        assertThat(judged.told()).anySatisfy(it -> assertThat(it).startsWith(echo.told()));
        assertThat(judged.exit()).isEqualTo(echo.exit());
    }

    /** Whatever a library prints on its own would be seen here. */
    @Test
    void isFoundAndHiddenByAProcessOfItsOwn() throws IOException, InterruptedException {
        String cookie = "Set-Cookie: " + Canary.TOKEN + "; expires=never; domain=elsewhere";
        String message = Canary.TOKEN + " " + Canary.base64() + " " + Canary.spelled("\\u%04x");
        Misbehaviour echo = echo("in each of these", "X-Debug: " + Canary.TOKEN + "\r\n" + cookie, message);
        try (RawServer provider = RawServer.start(echo.answering())) {
            Judged judged = GateJvm.judge(provider.url(), List.of(), Judged.SMOKE);

            assertThat(judged.told()).anySatisfy(it -> assertThat(it).startsWith(echo.told()));
            assertThat(judged.exit()).isEqualTo(echo.exit());
        }
    }

    static Stream<Misbehaviour> spellings() {
        return Stream.of(
                echo("in a URL, in lower case", "X-Debug: " + Canary.spelled("%%%02x"), "no such test"),
                echo("in a URL, in upper case", "X-Debug: no", "/?token=" + Canary.spelled("%%%02X")),
                echo("in HTML", "X-Debug: no", Canary.spelled("&#x%X;")),
                echo("in HTML, in decimals", "X-Debug: no", Canary.spelled("&#%d;")),
                echo("in hexadecimal", "X-Debug: " + Canary.spelled("%02x"), "no such test"),
                echo("in hexadecimal, in upper case", "X-Debug: no", Canary.spelled("%02X")),
                beside("in a reason", "HTTP/1.1 404 <T>|Content-Length: 2||{}"),
                beside(
                        "in an interim answer",
                        "HTTP/1.1 103 Early Hints|X-Auth: <T>||HTTP/1.1 404 No|Content-Length: 2||{}"),
                beside("in a chunk extension", "HTTP/1.1 404 No|Transfer-Encoding: chunked||2;a=\"<T>\"|{}|0||"),
                beside("in a trailer", "HTTP/1.1 404 No|Transfer-Encoding: chunked||2|{}|0|X-Sum: <T>||"),
                inAnotherCharset(StandardCharsets.UTF_16),
                inAnotherCharset(StandardCharsets.UTF_16BE),
                inAnotherCharset(StandardCharsets.UTF_16LE),
                inAnotherCharset(Charset.forName("x-UTF-16LE-BOM")));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void isFoundAndHiddenHoweverItIsSpelled(Misbehaviour echo) throws IOException {
        Judged judged = Judged.by(echo.answering());

        assertThat(judged.told()).anySatisfy(it -> assertThat(it).startsWith(echo.told()));
        assertThat(judged.exit()).isEqualTo(echo.exit());
    }

    @Test
    void aPieceAndAPartOfBase64AreHidden() throws IOException {
        String message =
                Canary.base64After("u:") + " " + Canary.base64After("me:") + " " + Canary.TOKEN.substring(5, 17);

        Judged judged = Judged.by(Answering.reads(call -> call.send(Answers.json(404, Answers.notFound(message)))));

        assertThat(judged.exit()).isEqualTo(Misbehaviour.BROKEN);
    }

    @Test
    void aHeaderThatIsNamedByItIsHidden() throws IOException {
        String header = Canary.TOKEN + ": " + Canary.TOKEN + "\r\n";

        Judged judged = Judged.by(
                Answering.reads(call -> call.send(Answers.withHeaders(404, header, Answers.notFound("no such test")))));

        assertThat(judged.exit()).isEqualTo(Misbehaviour.BROKEN);
    }

    @Test
    void aStateChangeThatEchoesIsHidden() throws IOException {
        Judged judged = Judged.by(Answering.stateChangesAfter(
                2, call -> call.send("HTTP/1.1 " + Canary.TOKEN + " " + Canary.TOKEN + "\r\n\r\n")));

        assertThat(judged.exit()).isEqualTo(Misbehaviour.INCONCLUSIVE);
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (RawServer elsewhere = RawServer.start(Call::close)) {
            String location = "Location: " + elsewhere.url() + "/" + Canary.TOKEN + "\r\n";

            Judged reads = Judged.by(Answering.reads(call -> call.send(Answers.withHeaders(302, location, "{}"))));
            Judged states = Judged.by(
                    Answering.stateChangesAfter(2, call -> call.send(Answers.withHeaders(307, location, "{}"))));

            assertThat(reads.told()).anySatisfy(it -> assertThat(it).isEqualTo("getPingTest/responses: 302"));
            assertThat(reads.exit()).isEqualTo(Misbehaviour.BROKEN);
            assertThat(states.told()).anySatisfy(it -> assertThat(it).contains("it answered 307"));
            assertThat(states.exit()).isEqualTo(Misbehaviour.INCONCLUSIVE);
            assertThat(elsewhere.accepted()).isZero();
        }
    }

    private static Misbehaviour beside(String name, String answer) {
        String message = answer.replace("<T>", Canary.TOKEN).replace("|", "\r\n");
        return new Misbehaviour(
                name, Answering.reads(call -> call.send(message)), Misbehaviour.BROKEN, "token-never-echoed: ");
    }

    private static Misbehaviour inAnotherCharset(Charset charset) {
        byte[] body = Answers.notFound("who sent " + Canary.TOKEN + "?").getBytes(charset);
        return new Misbehaviour(
                "in " + charset,
                Answering.reads(call -> call.send(Answers.json(404, body))),
                Misbehaviour.BROKEN,
                "token-never-echoed: ");
    }

    private static Misbehaviour echo(String name, String header, String message) {
        return new Misbehaviour(
                name,
                Answering.reads(
                        call -> call.send(Answers.withHeaders(404, header + "\r\n", Answers.notFound(message)))),
                Misbehaviour.BROKEN,
                "token-never-echoed: ");
    }
}
