package io.gatewayping.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an answer by RFC 9112, and what is none. In the texts, {@code |} is CR and LF. */
final class AnswerReaderTest {

    private static final String TOKEN = "Secret-Token.1234567890";
    private static final String CHUNKED = "HTTP/1.1 200 OK|Transfer-Encoding: chunked||";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK|Content-Length: 2||{}",
                "HTTP/1.1 200 |Content-Length: 2||{}",
                "HTTP/1.0 200 OK|Content-Length: 2||{}",
                "HTTP/1.2 200 Gr\u00fcn\tund gut|Content-Length: 2||{}",
                "HTTP/1.1 200 OK|content-LENGTH:\t 02 ||{}",
                "HTTP/1.1 200 OK|Content-Length: 2, 2||{}",
                "HTTP/1.1 200 OK|Content-Length: 2|Content-Length: 2||{}",
                "HTTP/1.1 200 OK||{}",
                "HTTP/1.1 200 OK|Set-Cookie: a=b; Max-Age=x|Content-Length: 2||{}",
                "HTTP/1.1 200 OK|X-Odd:|x!#$%&'*+-.^_`~1: \u00ff\t\"|Content-Length: 2||{}",
                "HTTP/1.1 103 Early Hints|Link: </>||HTTP/1.1 100 ||HTTP/1.1 200 OK|Content-Length: 2||{}",
                CHUNKED + "2|{}|0||",
                CHUNKED + "1|{|01|}|000||",
                CHUNKED + "2;a=b; c=\"d\"|{}|0;last|X-Sum: 1||",
                CHUNKED + "1 ;a|{|1|}|0||",
                CHUNKED + "2; \ta \t=\tb\t; c = \"d;\\\"\u00ff=\" ;e|{}|0||",
                "HTTP/1.1 200 OK|transfer-encoding: CHUNKED||2|{}|0||",
            })
    void isRead(String answer) throws IOException {
        Received received = read(answer);

        assertThat(received.malformed()).isNull();
        assertThat(received.response().status()).isEqualTo(200);
        assertThat(received.response().text()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "status line ~ HTTP/1.1 200|Content-Length: 2||{}                      ~ HTTP/1.1 200",
                "status line ~ HTTP/1.1 100||HTTP/1.1 200 OK|Content-Length: 2||{}     ~ HTTP/1.1 100",
                "status line ~ HTTP/1.1 200<LF>Content-Length: 2||{}                   ~ HTTP/1.1 200\\n",
                "status line ~ HTTP/1.1 200 OK<LF>Content-Length: 2<LF><LF>{}          ~ HTTP/1.1 200 OK\\n",
                "header line ~ HTTP/1.1 200 OK|Content-Length: 2<LF>|{}                ~ Content-Length: 2\\n",
                "header line ~ HTTP/1.1 200 OK|Content-Length: 2|<LF>{}                ~ \\n",
                "header line ~ HTTP/1.1 103 Early|A: b<LF>|HTTP/1.1 200 OK|Content-Length: 2||{} ~ A: b\\n",
                "trailer     ~ " + CHUNKED + "2|{}|0|A: b<LF>|                         ~ A: b\\n",
                "trailer     ~ " + CHUNKED + "2|{}|0|<LF>                              ~ \\n",
                "header line ~ HTTP/1.1 200 OK|A: <T><LF>Content-Length: 2||{}         ~ A: $TOKEN\\n",
                "header Content-Length    ~ HTTP/1.1 103 Early|Content-Length: 0||HTTP/1.1 200 OK|Content-Length: 2||{} ~ 0",
                "header Transfer-Encoding ~ HTTP/1.1 100 Go|Transfer-Encoding: chunked||HTTP/1.1 200 OK|Content-Length: 2||{} ~ chunked",
            })
    void isReadAsEveryRecipientMayAndIsNoneThatMayBeSent(String place, String answer, String actual)
            throws IOException {
        Received received = read(answer.replace("<T>", TOKEN));

        assertThat(received.response().status()).isEqualTo(200);
        assertThat(received.response().text()).isEqualTo("{}");
        assertThat(received.malformed().place()).isEqualTo(place);
        assertThat(received.malformed().actual()).isEqualTo(actual);
        assertThat(received.reusable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "status line      ~ la la la|HTTP/1.1 200 OK|Content-Length: 2||{}  ~ la la la",
                "status line      ~ |HTTP/1.1 200 OK|Content-Length: 2||{}          ~ ''",
                "status line      ~ HTTP/1.1 0200 OK||                              ~ HTTP/1.1 0200 OK",
                "status line      ~ HTTP/1.1 20 OK||                                ~ HTTP/1.1 20 OK",
                "status line      ~ HTTP/1.1 099 OK||                               ~ HTTP/1.1 099 OK",
                "status line      ~ HTTP/1.1 +200 OK||                              ~ HTTP/1.1 +200 OK",
                "status line      ~ HTTP/1.1  200 OK||                              ~ HTTP/1.1  200 OK",
                "status line      ~ HTTP/9.9 200 OK||                               ~ HTTP/9.9 200 OK",
                "status line      ~ HTTP/2 200||                                    ~ HTTP/2 200",
                "status line      ~ HTTP/1.10 200 OK||                              ~ HTTP/1.10 200 OK",
                "status line      ~ http/1.1 200 OK||                               ~ http/1.1 200 OK",
                "status line      ~ ICY 200 OK||                                    ~ ICY 200 OK",
                "status line      ~ HTTP/1.1 200 O<NUL>K||                          ~ HTTP/1.1 200 O\\u0000K",
                "status line      ~ HTTP/1.1 200 O<CR>K||                           ~ HTTP/1.1 200 O\\rK",
                "status line      ~ HTTP/1.1 101 Switching||HTTP/1.1 200 OK||       ~ HTTP/1.1 101 Switching\\n",
                "header line      ~ HTTP/1.1 200 OK|A: a<NUL>b||                    ~ A: a\\u0000b",
                "header line      ~ HTTP/1.1 200 OK|A: a<CR>b||                     ~ A: a\\rb",
                "header line      ~ HTTP/1.1 200 OK|A: a<DEL>b||                    ~ A: a\\u007Fb",
                "header line      ~ HTTP/1.1 200 OK|A b: c||                        ~ A b: c",
                "header line      ~ HTTP/1.1 200 OK|A : c||                         ~ A : c",
                "header line      ~ HTTP/1.1 200 OK|: c||                           ~ : c",
                "header line      ~ HTTP/1.1 200 OK|A||                             ~ A",
                "header line      ~ HTTP/1.1 200 OK|A(b): c||                       ~ A(b): c",
                "header line      ~ HTTP/1.1 200 OK|A: b|\tc||                      ~ \\tc",
                "header line      ~ HTTP/1.1 100 Go on|A b: c||HTTP/1.1 200 OK||    ~ A b: c",
                "header Content-Length ~ HTTP/1.1 200 OK|Content-Length: +2||{}     ~ +2",
                "header Content-Length ~ HTTP/1.1 200 OK|Content-Length: -2||{}     ~ -2",
                "header Content-Length ~ HTTP/1.1 200 OK|Content-Length: 2.0||{}    ~ 2.0",
                "header Content-Length ~ HTTP/1.1 200 OK|Content-Length: 0x2||{}    ~ 0x2",
                "header Content-Length ~ HTTP/1.1 200 OK|Content-Length:||{}        ~ ''",
                "header Content-Length ~ HTTP/1.1 200 OK|Content-Length: 2, 3||{}   ~ 2, 3",
                "header Content-Length ~ HTTP/1.1 200 OK|Content-Length: 2|content-length: 3||{} ~ 2, 3",
                "header Content-Length ~ HTTP/1.1 200 OK|Content-Length: 2|Transfer-Encoding: chunked||2|{}|0|| ~ 2",
                "header Transfer-Encoding ~ HTTP/1.1 200 OK|Transfer-Encoding: gzip, chunked||2|{}|0|| ~ gzip, chunked",
                "header Transfer-Encoding ~ HTTP/1.1 200 OK|Transfer-Encoding: chunked, chunked||0|| ~ chunked, chunked",
                "header Transfer-Encoding ~ HTTP/1.1 200 OK|Transfer-Encoding: identity||{} ~ identity",
                "header Transfer-Encoding ~ HTTP/1.1 200 OK|Transfer-Encoding:||{}          ~ ''",
                "header Transfer-Encoding ~ HTTP/1.0 200 OK|Transfer-Encoding: chunked||0|| ~ chunked",
                "chunk            ~ " + CHUNKED + "-2|{}|0||                        ~ -2\\r",
                "chunk            ~ " + CHUNKED + "0x2|{}|0||                       ~ 0x2\\r",
                "chunk            ~ " + CHUNKED + "|{}|0||                          ~ \\r",
                "chunk            ~ " + CHUNKED + "2 |{}|0||                        ~ 2 \\r",
                "chunk            ~ " + CHUNKED + "2<LF>{}|0||                      ~ 2",
                "chunk            ~ " + CHUNKED + "1|{}|0||                         ~ }\\r",
                "chunk            ~ " + CHUNKED + "2;|{}|0||                        ~ 2;\\r",
                "chunk            ~ " + CHUNKED + "2;a;|{}|0||                      ~ 2;a;\\r",
                "chunk            ~ " + CHUNKED + "2;=b|{}|0||                      ~ 2;=b\\r",
                "chunk            ~ " + CHUNKED + "2;a=|{}|0||                      ~ 2;a=\\r",
                "chunk            ~ " + CHUNKED + "2;a b|{}|0||                     ~ 2;a b\\r",
                "chunk            ~ " + CHUNKED + "2;a=\"b|{}|0||                  ~ 2;a=\"b\\r",
                "chunk            ~ " + CHUNKED + "2|{}|0;a=b c||                   ~ 0;a=b c\\r",
                "chunk            ~ " + CHUNKED + "2|{}<LF>0||                      ~ \\n0",
                "chunk            ~ " + CHUNKED
                        + "2|{}|                            ~ the connection was closed after 54 bytes",
                "chunk            ~ " + CHUNKED
                        + "3|{}                             ~ the connection was closed after 52 bytes",
                "trailer          ~ " + CHUNKED
                        + "2|{}|0|                          ~ the connection was closed after 57 bytes",
                "trailer          ~ " + CHUNKED + "2|{}|0|A b: c||                  ~ A b: c",
                "trailer          ~ " + CHUNKED + "2|{}|0|Content-Length: 2||       ~ Content-Length",
                "trailer          ~ " + CHUNKED + "2|{}|0|content-type: text/plain|| ~ content-type",
                "trailer          ~ " + CHUNKED + "2|{}|0|A: b|transfer-encoding: chunked|| ~ transfer-encoding",
                "status line      ~ HTTP/1.1 200                                    ~ the connection was closed after 12 bytes",
                "status line      ~ HTTP/1.1 100 Go on||                            ~ the connection was closed after 22 bytes",
                "header line      ~ HTTP/1.1 200 OK|A: b                            ~ the connection was closed after 21 bytes",
                "body of 3 bytes  ~ HTTP/1.1 200 OK|Content-Length: 3||{}           ~ the connection was closed after 40 bytes",
                "end              ~ HTTP/1.1 200 OK|Content-Length: 2||{}}          ~ }",
                "end              ~ HTTP/1.1 204 No||{}                             ~ {}",
                "end              ~ " + CHUNKED + "2|{}|0|||                        ~ \\r\\n",
            })
    void isNone(String place, String answer, String actual) throws IOException {
        Received received = read(answer);

        assertThat(received.malformed().place()).isEqualTo(place);
        assertThat(received.malformed().actual()).isEqualTo(actual);
        assertThat(received.reusable()).isFalse();
        assertThat(received.response() != null).isEqualTo(place.equals("end"));
    }

    @Test
    void extensionsAreAsLongAsALineMayBe() throws IOException {
        String quoted = ";a=\"" + "\\\"x".repeat(5000);

        for (String extensions : List.of(";a".repeat(8000), quoted + "\"", " ".repeat(16_000) + ";a")) {
            assertThat(read(CHUNKED + "2" + extensions + "|{}|0||").malformed()).isNull();
        }
        assertThat(read(CHUNKED + "2" + quoted + "|{}|0||").malformed().place()).isEqualTo("chunk");
    }

    @Test
    void nothingAtAllIsNeither() {
        assertThatThrownBy(() -> read("")).isInstanceOf(Incoming.Ended.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "HTTP/1.1 200 OK|Content-Length: 2||{}                               ~ true",
                "HTTP/1.1 204 No||                                                   ~ true",
                "HTTP/1.1 200 OK|Content-Length: 0||                                 ~ true",
                CHUNKED + "0||                                                       ~ true",
                "HTTP/1.1 200 OK||{}                                                 ~ false",
                "HTTP/1.0 200 OK|Content-Length: 2||{}                               ~ false",
                "HTTP/1.1 200 OK|Connection: Upgrade, Close|Content-Length: 2||{}    ~ false",
            })
    void aConnectionIsKeptWhereTheAnswerEndsByItself(String answer, boolean kept) throws IOException {
        assertThat(read(answer).reusable()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK|Content-Length: 703||, ",
        "HTTP/1.1 200 OK|Content-Length: x||, x",
        "HTTP/1.1 204 No|Content-Length: 0||, 0"
    })
    void whatTellsALengthIsRightAlsoWhereNoBodyFollows(String answer, String actual) throws IOException {
        Received received = read(answer, true);

        assertThat(received.response()).isNotNull();
        assertThat(Optional.ofNullable(received.malformed()).map(Malformed::actual))
                .isEqualTo(Optional.ofNullable(actual));
    }

    @Test
    void everyPartIsKeptWithoutSecrets() throws IOException {
        String answer = "HTTP/1.1 103 <T>|X-A: <T>||HTTP/1.1 200 is <T>|<T>: 1|x-<t>: 2|X-B: <T>|X-B: c|"
                + "Transfer-Encoding: chunked||2;a=<T>|{}|0|X-D: <T>||";

        Response response = read(answer.replace("<T>", TOKEN).replace("<t>", TOKEN.toLowerCase(java.util.Locale.ROOT)))
                .response();

        assertThat(response.headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "$TOKEN", List.of("1"),
                        "x-$TOKEN", List.of("2"),
                        "x-b", List.of("$TOKEN", "c"),
                        "transfer-encoding", List.of("chunked")));
        assertThat(response.aside().reason()).isEqualTo("is $TOKEN");
        assertThat(response.aside().interim()).containsExactly("HTTP/1.1 103 $TOKEN\nX-A: $TOKEN");
        assertThat(response.aside().trailers()).isEqualTo(Map.of("x-d", List.of("$TOKEN")));
        assertThat(response.aside().extensions()).containsExactly(";a=$TOKEN");
    }

    @Test
    void whatIsNoMessageIsShownWithoutSecrets() throws IOException {
        assertThat(read("SSH " + TOKEN + "|").malformed().words())
                .isEqualTo("the answer is no HTTP message: at the status line expected HTTP/1.1, a status of three"
                        + " digits and a reason, with one blank between, actual SSH $TOKEN");
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 999999999999, 500000", "Content-Length: 600000, 600000", "A: b, 600000"})
    void whatIsTooLongIsNotRead(String header, int length) {
        String answer = "HTTP/1.1 200 OK|" + header + "||" + " ".repeat(length);

        if (length > Limits.ANSWER_BYTES) {
            assertThatThrownBy(() -> read(answer))
                    .isInstanceOf(Incoming.TooLong.class)
                    .hasMessage("the answer is longer than 512 KiB");
        } else {
            assertThat(assertDoesNotThrow(answer).malformed().place()).isEqualTo("body of 2147483647 bytes");
        }
    }

    private static Received assertDoesNotThrow(String answer) {
        try {
            return read(answer);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Received read(String answer) throws IOException {
        return read(answer, false);
    }

    private static Received read(String answer, boolean toHead) throws IOException {
        byte[] bytes = answer.replace("|", "\r\n")
                .replace("<NUL>", "\0")
                .replace("<CR>", "\r")
                .replace("<LF>", "\n")
                .replace("<DEL>", "\u007f")
                .getBytes(StandardCharsets.ISO_8859_1);
        return new AnswerReader(new Incoming(new ByteArrayInputStream(bytes)), new Redaction(List.of(TOKEN)))
                .read(toHead);
    }
}
