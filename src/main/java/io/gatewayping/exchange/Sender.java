package io.gatewayping.exchange;

import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sends requests of the contract's operations to one provider and records what comes back. */
public final class Sender {

    private final Transport transport;
    private final URI baseUrl;
    private final String token;

    /**
     * Sends to one provider.
     *
     * @param baseUrl where the contract's paths begin
     * @param token the valid token
     */
    public Sender(Transport transport, URI baseUrl, String token) {
        this.transport = transport;
        this.baseUrl = baseUrl;
        this.token = token;
    }

    /**
     * Reads one ping test.
     *
     * @param path the path of the request, below the base URL
     * @param key what the path names
     */
    public Exchange get(String path, Key key, Credential credential) {
        URI url = URI.create(stripped(baseUrl.toString()) + path);
        Map<String, String> headers = credential.headers(token);
        Request request = new Request("GET", url, key, credential, curl(url, credential));
        Redaction redaction =
                new Redaction(Stream.concat(Stream.of(token), sent(headers)).toList());
        Instant start = Instant.now();
        long before = System.nanoTime();
        Consumer<RequestSpecification> get = specification ->
                specification.accept("application/json").headers(headers).get(url);
        Outcome outcome = credential == Credential.VALID_TOKEN
                ? transport.call(redaction, get)
                : transport.callAlone(redaction, get);
        return new Exchange(
                request, outcome.response(), outcome.failure(), start, Duration.ofNanos(System.nanoTime() - before));
    }

    /** How many requests the provider has not answered in time, those that change its states among them. */
    public int unanswered() {
        return transport.unanswered();
    }

    private String curl(URI url, Credential credential) {
        return String.join(
                " ",
                Stream.of("curl -sS -i", "-H 'Accept: application/json'", credential.shell(token), "'" + url + "'")
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static Stream<String> sent(Map<String, String> headers) {
        return headers.values().stream()
                .map(value -> List.of(value.split(" ", 2)).get(value.contains(" ") ? 1 : 0));
    }

    private static String stripped(String base) {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
