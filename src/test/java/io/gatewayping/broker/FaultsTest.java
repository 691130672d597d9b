package io.gatewayping.broker;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.pactbroker.RequestFailedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What went wrong between us and a broker, in words, and whether it may be otherwise in a while. */
final class FaultsTest {

    private static final BrokerAccess ACCESS =
            new BrokerAccess(URI.create("http://127.0.0.1:1"), null, null, null, Duration.ofMillis(1500));

    static List<Arguments> failures() {
        return List.of(
                Arguments.of(new ConnectException("refused"), "nobody listens there", true),
                Arguments.of(new UnknownHostException("a.invalid"), "no such host (a.invalid)", false),
                Arguments.of(new SSLHandshakeException("expired"), "no trusted TLS connection (expired)", false),
                Arguments.of(new ProtocolException("no status"), "its answer is no HTTP (no status)", false),
                Arguments.of(new SocketTimeoutException("slow"), "no complete answer within 1.5 s", true),
                Arguments.of(new NoHttpResponseException("it said nothing"), "it said nothing", true),
                Arguments.of(new IOException("first", new IOException("last")), "last", false),
                Arguments.of(new IOException("first", new IllegalStateException()), "IllegalStateException", false),
                Arguments.of(answer(500), "it answered 500", true),
                Arguments.of(answer(503), "it answered 503", true),
                Arguments.of(answer(499), "it answered 499", false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void areToldWhateverTheyAreWrappedIn(Exception failure, String words, boolean passing) throws IOException {
        try (BrokerHttp http = new BrokerHttp(ACCESS)) {
            for (Exception it : List.of(failure, new IllegalStateException("in between", failure))) {
                assertThat(Faults.words(it, http, ACCESS.timeout(), true)).isEqualTo(words);
                assertThat(Faults.isPassing(it, http)).isEqualTo(passing);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "301 | true | 301: it redirects",
                "308 | true | 308: it redirects",
                "400 | true | 400 and does not say why",
                "401 | true | 401: give PACT_BROKER_TOKEN",
                "403 | true | 403: what it is given may not do this",
                "404 | true | 404: there is no such thing",
                "404 | false | 404: there is no such thing, or no Pact Broker there",
                "418 | true | 418",
            })
    void ofAStatusSayWhatToDo(int status, boolean known, String words) throws IOException {
        try (BrokerHttp http = new BrokerHttp(ACCESS)) {
            String told = Faults.words(answer(status), http, ACCESS.timeout(), known);

            assertThat(told).startsWith("it answered " + words);
            assertThat(told.contains("no Pact Broker there")).isEqualTo(words.endsWith("there"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "{\"errors\":[\"a\",\"b\"]} | a; b",
                "{\"errors\":{\"name\":[\"is blank\",\"is short\"],\"url\":\"is none\"}} | name: is blank; name: is short; url: is none",
                "{\"errors\":{\"name\":{\"first\":\"is blank\"}}} | first: is blank",
                "{\"errors\":\"a\"} | a",
                "{\"errors\":[]} | null",
                "{\"error\":\"a\"} | null",
                "<html> | null",
                "'' | null",
            })
    void ofTheBrokerAreInItsWords(String body, String words) {
        assertThat(Faults.errors(body).orElse(null)).isEqualTo(words);
    }

    @Test
    void mayBeAnAnswerOrNone() {
        assertThat(Faults.answer(new IOException(answer(404))).orElseThrow().getStatus())
                .isEqualTo(404);
        assertThat(Faults.answer(new IOException("reset"))).isEmpty();
    }

    private static RequestFailedException answer(int status) {
        return new RequestFailedException(status, "", "it answered " + status);
    }
}
