package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conforming providers whose state-change URL says yes in a way of its own. In the texts, {@code |} is CR and LF. */
@Timeout(120)
final class StateChangeIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 OK|Content-Length: 0",
                "200 OK|Content-Length: 0|Content-Type: text/plain",
                "200 OK|Transfer-Encoding: chunked||0",
                "201 Created|Content-Length: 0",
                "202 Accepted|Content-Length: 2|Content-Type: text/html||OK",
                "204 No Content",
                "204 No Content|Content-Length: 0",
                "204 No Content|Content-Length: 2||{}",
                "200 OK|Content-Length: 2|Content-Encoding: gzip||{}",
            })
    void isAYes(String yes) throws IOException {
        String end = yes.contains("||") && !yes.endsWith("||0") ? "" : "\r\n\r\n";
        byte[] answer = Answers.joined("HTTP/1.1 " + yes.replace("|", "\r\n") + end, new byte[0]);

        try (RawServer provider = RawServer.start(call -> {
            byte[] honest = HonestAnswers.bytes(call);
            call.send(call.isStateChange() ? answer : honest);
        })) {
            Judged judged = Judged.byAllScenarios(provider.url());

            assertThat(judged.told()).isEmpty();
            assertThat(judged.exit()).isZero();
            assertThat(provider.stateChanges()).isGreaterThan(64);
        }
    }
}
