package io.gatewayping.exchange;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Sends requests of the contract's operations to one provider and records what comes back. */
public final class Sender {

    private final Transport transport;
    private final URI baseUrl;
    private final Scheme scheme;
    private final String token;
    private final Map<Credential, Redaction> redactions = new ConcurrentHashMap<>();

    /**
     * Sends to one provider.
     *
     * @param baseUrl where the contract's paths begin
     * @param scheme how the token is carried
     * @param token the valid token
     */
    public Sender(Transport transport, URI baseUrl, Scheme scheme, String token) {
        this.transport = transport;
        this.baseUrl = baseUrl;
        this.scheme = scheme;
        this.token = token;
    }

    /**
     * Reads one task.
     *
     * @param target path and query of the request, below the base URL
     * @param demanded the headers that the operation demands
     * @param key what the path names
     */
    public Exchange get(String target, Map<String, String> demanded, Key key, Credential credential) {
        URI url = URI.create(stripped(baseUrl.toString()) + target);
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "application/json"));
        headers.putAll(demanded);
        headers.putAll(credential.headers(scheme, token));
        HttpCall call = HttpCall.get(url, headers);
        Redaction redaction = redactions.computeIfAbsent(credential, this::redaction);
        Request request = new Request("GET", url, key, credential, curl(url, demanded, credential));
        Instant start = Instant.now();
        long before = System.nanoTime();
        Outcome outcome = credential == Credential.VALID_TOKEN
                ? transport.call(redaction, call)
                : transport.callAlone(redaction, call);
        return new Exchange(request, outcome, start, Duration.ofNanos(System.nanoTime() - before));
    }

    /** How many requests the provider has not answered in time, those that change its states among them. */
    public int unanswered() {
        return transport.unanswered();
    }

    private String curl(URI url, Map<String, String> demanded, Credential credential) {
        return String.join(
                " ",
                Stream.of(
                                Stream.of("curl -sS -i", "-H 'Accept: application/json'"),
                                demanded.entrySet().stream()
                                        .map(header -> "-H '" + header.getKey() + ": " + header.getValue() + "'"),
                                Stream.of(credential.shell(scheme, token), "'" + url + "'"))
                        .flatMap(part -> part)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    /** Takes out the token, and what is sent in its place. */
    private Redaction redaction(Credential credential) {
        return new Redaction(Stream.concat(Stream.of(token), credential.presented(token).stream())
                .toList());
    }

    private static String stripped(String base) {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
