package io.gatewayping.exchange;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends requests of the contract's operations to one provider and records what comes back. */
public final class Sender {

    private final Transport transport;
    private final URI baseUrl;
    private final Scheme scheme;
    private final Tokens tokens;
    private final String ownWords;
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<Credential, Redaction> redactions = new ConcurrentHashMap<>();

    /**
     * Sends to one provider.
     *
     * @param baseUrl where the contract's paths begin
     * @param scheme how the token is carried
     * @param ownWords what the contract itself says: an answer that says it repeats no token
     */
    public Sender(Transport transport, URI baseUrl, Scheme scheme, Tokens tokens, String ownWords) {
        this.transport = transport;
        this.baseUrl = baseUrl;
        this.scheme = scheme;
        this.tokens = tokens;
        this.ownWords = ownWords;
    }

    /** Sends one request. */
    public Exchange send(Call call) {
        sent.incrementAndGet();
        URI url = url(call.target());
        Map<String, String> headers = new LinkedHashMap<>(call.headers());
        headers.putAll(call.credential().headers(scheme, tokens));
        URI whole = url(call.credential().target(call.target(), tokens));
        HttpCall http = new HttpCall(call.method(), whole, headers, new byte[0]);
        Request request = new Request(
                call.method(), url, call.key(), call.credential(), curl(url, call), lowerCase(call.headers()));
        Redaction redaction = redactions.computeIfAbsent(call.credential(), this::redaction);
        Instant start = Instant.now();
        long before = System.nanoTime();
        Outcome outcome = call.alone() || call.credential() != Credential.VALID_TOKEN
                ? transport.callAlone(redaction, http)
                : transport.call(redaction, http);
        return new Exchange(request, outcome, start, Duration.ofNanos(System.nanoTime() - before));
    }

    /** The tokens that it sends. */
    public Tokens tokens() {
        return tokens;
    }

    /** How many requests were sent. */
    public int sent() {
        return sent.get();
    }

    /** How many requests the provider has not answered in time, those that change its states among them. */
    public int unanswered() {
        return transport.unanswered();
    }

    private String curl(URI url, Call call) {
        String method = call.method().equals("GET") ? "" : call.method().equals("HEAD") ? "-I" : "-X " + call.method();
        return Stream.concat(
                        Stream.concat(
                                Stream.of("curl -sS -i", method),
                                call.headers().entrySet().stream()
                                        .map(header -> "-H '" + header.getKey() + ": "
                                                + header.getValue().replace("'", "'\\''") + "'")),
                        Stream.of(call.credential().shell(scheme, tokens), "'" + url + "'"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Takes out the tokens, and what is sent in their place. */
    private Redaction redaction(Credential credential) {
        return new Redaction(
                Stream.concat(tokens.secrets(), credential.presented(tokens).stream())
                        .filter(secret -> Redaction.isTelling(secret, ownWords))
                        .toList(),
                ownWords);
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
