package io.gatewayping.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends requests of the contract's operations to one provider and records what comes back. */
public final class Sender {

    private final Transport transport;
    private final URI baseUrl;
    private final Scheme scheme;
    private final Tokens tokens;
    private final StandingHeaders standing;
    private final String ownWords;
    private final Redaction secrets;
    private final Map<Credential, Redaction> redactions = new ConcurrentHashMap<>();

    /**
     * Sends to one provider.
     *
     * @param baseUrl where the contract's paths begin
     * @param scheme how the token is carried
     * @param ownWords what the contract itself says: an answer that says it repeats no token
     */
    public Sender(Transport transport, URI baseUrl, Scheme scheme, Tokens tokens, String ownWords) {
        this(transport, baseUrl, scheme, tokens, StandingHeaders.NONE, ownWords);
    }

    /**
     * Sends to one provider.
     *
     * @param baseUrl where the contract's paths begin
     * @param scheme how the token is carried
     * @param standing what every request carries beside the token
     * @param ownWords what the contract itself says: an answer that says it repeats no token
     */
    public Sender(
            Transport transport, URI baseUrl, Scheme scheme, Tokens tokens, StandingHeaders standing, String ownWords) {
        this.transport = transport;
        this.baseUrl = baseUrl;
        this.scheme = scheme;
        this.tokens = tokens;
        this.standing = standing;
        this.ownWords = ownWords;
        secrets = new Redaction(
                telling(Stream.concat(tokens.secrets(), standing.secrets().stream()), ownWords), ownWords);
    }

    /** Sends one request. */
    public Exchange send(Call call) {
        return sent(call, "");
    }

    /**
     * Sends JSON.
     *
     * @param target path and query of the request, below the base URL
     * @param demanded the headers that the operation demands
     * @param key what the path names
     */
    public Exchange post(String target, Map<String, String> demanded, Key key, Credential credential, String json) {
        Call call = Call.get(target, demanded, key, credential).by("POST");
        return sent(call.with("Content-Type", "application/json"), json);
    }

    private Exchange sent(Call call, String body) {
        URI url = url(call.target());
        Map<String, String> headers = new LinkedHashMap<>(call.headers());
        headers.putAll(standing.values());
        headers.putAll(call.credential().headers(scheme, tokens));
        URI whole = url(call.credential().target(call.target(), tokens));
        HttpCall http = new HttpCall(call.method(), whole, headers, body.getBytes(StandardCharsets.UTF_8));
        Request request = new Request(
                call.method(),
                url,
                call.key(),
                call.credential(),
                curl(url, call, body),
                lowerCase(call.headers()),
                call.way());
        Redaction redaction = redactions.computeIfAbsent(call.credential(), this::redaction);
        Instant start = Instant.now();
        long before = System.nanoTime();
        // What starts something is sent once: a connection that was kept may have gone, and then it is tried again.
        Outcome outcome = call.isAlone() || !body.isEmpty()
                ? transport.callAlone(redaction, http)
                : transport.call(redaction, http);
        return new Exchange(request, outcome, start, Duration.ofNanos(System.nanoTime() - before));
    }

    /** The tokens that it sends. */
    public Tokens tokens() {
        return tokens;
    }

    /** How many requests were sent, those that change the provider's states among them. */
    public int sent() {
        return transport.sent();
    }

    /** How many requests the provider has not answered in time, those that change its states among them. */
    public int unanswered() {
        return transport.unanswered();
    }

    private String curl(URI url, Call call, String body) {
        if (call.way() == Call.Way.KEPT) {
            String before = curl(url, call.as(Credential.VALID_TOKEN), body);
            // What goes by one call of curl goes by one connection.
            return before + " --next "
                    + curl(url, call.as(call.credential()), body).replaceFirst("^curl ", "");
        }
        String method = call.method().equals("GET") ? "" : call.method().equals("HEAD") ? "-I" : "-X " + call.method();
        String data = body.isEmpty() ? "" : "-d '" + body.replace("'", "'\\''") + "'";
        return Stream.of(
                        Stream.of("curl -sS -i", method),
                        call.headers().entrySet().stream()
                                .map(header -> "-H '" + header.getKey() + ": "
                                        + header.getValue().replace("'", "'\\''") + "'"),
                        Stream.of(standing.shell(), call.credential().shell(scheme, tokens), data, "'" + url + "'"))
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Takes out the tokens, and what is sent in their place. */
    private Redaction redaction(Credential credential) {
        return credential
                .presented(tokens)
                .filter(sent -> tokens.secrets().noneMatch(sent::equals))
                .map(sent -> secrets.and(telling(Stream.of(sent), ownWords)))
                .orElse(secrets);
    }

    private static List<String> telling(Stream<String> secrets, String ownWords) {
        return secrets.filter(secret -> Redaction.isTelling(secret, ownWords)).toList();
    }

    private URI url(String target) {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + target);
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toMap(it -> it.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }
}
