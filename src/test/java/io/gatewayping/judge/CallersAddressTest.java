package io.gatewayping.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Timeline;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An error may say where it was asked for as the caller does, and no other address. */
final class CallersAddressTest {

    private static final String PATH = "/network-troubleshooting/v1alpha1/gateways/CN1/ping/async-operations/t-1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1:8080 | http://127.0.0.1:8080<path> | ''",
                "127.0.0.1:8080 | HTTP:\\/\\/127.0.0.1:8080\\/health | ''",
                "127.0.0.1:8080 | https://127.0.0.1:8080 | ''",
                "127.0.0.1:8080 | see http://127.0.0.1:8080?of=t-1 | ''",
                "127.0.0.1:8080 | http://127.0.0.1:80800<path> | /instance",
                "127.0.0.1:8080 | http://127.0.0.1<path> | /instance",
                "127.0.0.1 | http://127.0.0.1:8080<path> | /instance",
                "127.0.0.1:8080 | http://10.1.2.3:8080<path> from http://127.0.0.1:8080/ | /instance",
                "127.0.0.1:8080 | cannot bind 127.0.0.1:8080 | /instance",
            })
    void tellsTheCallerNothing(String address, String instance, String place) {
        String body = "{\"errorCode\":\"HPE_GRAVITY_UNAUTHORIZED\",\"message\":\"No.\",\"instance\":\""
                + instance.replace("<path>", PATH) + "\"}";
        Request request = new Request(
                "GET",
                URI.create("http://" + address + PATH),
                new Key(Map.of("serial-number", "CN1", "task-id", "t-1")),
                Credential.NO_TOKEN,
                "");
        Response response = new Response(
                401,
                new TreeMap<>(Map.of("content-type", List.of("application/json"))),
                body.getBytes(StandardCharsets.UTF_8));
        Exchange exchange = new Exchange(request, Outcome.answered(response), Instant.EPOCH, Duration.ZERO);

        Judgement judgement = new Judge(Contract.builtIn()).judge(new Timeline(null, List.of(exchange)));

        assertThat(judgement.evaluated()).contains("message-tells-nothing-of-the-server");
        assertThat(judgement.findings())
                .extracting(finding -> finding.clause() + " at " + finding.place())
                .containsExactlyElementsOf(
                        place.isEmpty() ? List.of() : List.of("message-tells-nothing-of-the-server at " + place));
    }
}
