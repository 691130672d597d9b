package io.gatewayping.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
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
    private final StandingHeaders standing;
    private final Map<Credential, Redaction> redactions = new ConcurrentHashMap<>();

    /**
     * Sends to one provider.
     *
     * @param baseUrl where the contract's paths begin
     * @param scheme how the token is carried
     * @param token the valid token
     */
    public Sender(Transport transport, URI baseUrl, Scheme scheme, String token) {
        this(transport, baseUrl, scheme, token, StandingHeaders.NONE);
    }

    /**
     * Sends to one provider.
     *
     * @param baseUrl where the contract's paths begin
     * @param scheme how the token is carried
     * @param token the valid token
     * @param standing what every request carries beside it
     */
    public Sender(Transport transport, URI baseUrl, Scheme scheme, String token, StandingHeaders standing) {
        this.transport = transport;
        this.baseUrl = baseUrl;
        this.scheme = scheme;
        this.token = token;
        this.standing = standing;
    }

    /**
     * Reads one task.
     *
     * @param target path and query of the request, below the base URL
     * @param demanded the headers that the operation demands
     * @param key what the path names
     */
    public Exchange get(String target, Map<String, String> demanded, Key key, Credential credential) {
        URI url = url(target);
        HttpCall call = HttpCall.get(url, headers(demanded, credential));
        return sent(call, new Request("GET", url, key, credential, curl(url, demanded, credential)));
    }

    /**
     * Sends JSON with the valid token.
     *
     * @param target path and query of the request, below the base URL
     * @param demanded the headers that the operation demands
     * @param key what the path names
     */
    public Exchange post(String target, Map<String, String> demanded, Key key, String json) {
        URI url = url(target);
        Map<String, String> headers = headers(demanded, Credential.VALID_TOKEN);
        headers.put("Content-Type", "application/json");
        HttpCall call = new HttpCall("POST", url, headers, json.getBytes(StandardCharsets.UTF_8));
        String curl = curl(url, demanded, Credential.VALID_TOKEN) + " -H 'Content-Type: application/json' -d '"
                + json.replace("'", "'\\''") + "'";
        return sent(call, new Request("POST", url, key, Credential.VALID_TOKEN, curl));
    }

    private Map<String, String> headers(Map<String, String> demanded, Credential credential) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "application/json"));
        headers.putAll(demanded);
        headers.putAll(standing.values());
        headers.putAll(credential.headers(scheme, token));
        return headers;
    }

    private URI url(String target) {
        return URI.create(stripped(baseUrl.toString()) + target);
    }

    private Exchange sent(HttpCall call, Request request) {
        Credential credential = request.credential();
        Redaction redaction = redactions.computeIfAbsent(credential, this::redaction);
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
                                Stream.of(standing.shell(), credential.shell(scheme, token), "'" + url + "'"))
                        .flatMap(part -> part)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    /** Takes out the token, and what is sent in its place. */
    private Redaction redaction(Credential credential) {
        return new Redaction(
                Stream.of(Stream.of(token), credential.presented(token).stream(), standing.secrets().stream())
                        .flatMap(secrets -> secrets)
                        .toList());
    }

    private static String stripped(String base) {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
