package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Providers whose answers are read by many a client, and are no HTTP. In the texts, {@code |} is CR and LF. */
@Timeout(120)
final class MalformedIT {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "a length beside chunks      ~ Transfer-Encoding: chunked|Content-Length: 9||2|{}|0||   ~ header Content-Length",
                "a coding nobody asked for   ~ Transfer-Encoding: gzip, chunked||2|{}|0||              ~ header Transfer-Encoding",
                "a signed length             ~ Content-Length: +2||{}                                  ~ header Content-Length",
                "no last line end            ~ Transfer-Encoding: chunked||2|{}|0|                     ~ trailer",
                "a control character         ~ X-Odd: \u0007|Content-Length: 2||{}                     ~ header line",
                "lines without CR            ~ Content-Length: 2<LF>|{}                                ~ header line",
                "an extension that is none   ~ Transfer-Encoding: chunked||2;=|{}|0||                  ~ chunk",
                "something behind the answer ~ Content-Length: 2||{}{}                                 ~ end",
            })
    void isFoundByItsPlace(String what, String answer, String place) throws IOException {
        isFound("HTTP/1.1 200 OK|Content-Type: application/json|" + answer, place);
    }

    @Test
    void aStatusWithoutTheBlankBehindItIsFound() throws IOException {
        isFound("HTTP/1.1 200|Content-Type: application/json|Content-Length: 2||{}", "status line");
    }

    private static void isFound(String message, String place) throws IOException {

        Judged judged = Judged.by(Answering.reads(call -> {
            call.send(message.replace("|", "\r\n").replace("<LF>", "\n"));
            call.close();
        }));

        assertThat(judged.places("getPingTest/message")).isEqualTo(List.of(place));
        assertThat(judged.exit()).isEqualTo(Misbehaviour.BROKEN);
    }
}
