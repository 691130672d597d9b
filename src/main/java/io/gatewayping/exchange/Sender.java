package io.gatewayping.exchange;

import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends requests of the contract's operations to one provider and records what comes back. */
public final class Sender {

    private final Transport transport;
    private final URI baseUrl;
    private final Scheme scheme;
    private final Tokens tokens;
    private final AtomicInteger sent = new AtomicInteger();

    /**
     * Sends to one provider.
     *
     * @param baseUrl where the contract's paths begin
     * @param scheme how the token is carried
     */
    public Sender(Transport transport, URI baseUrl, Scheme scheme, Tokens tokens) {
        this.transport = transport;
        this.baseUrl = baseUrl;
        this.scheme = scheme;
        this.tokens = tokens;
    }

    /** Sends one request. */
    public Exchange send(Call call) {
        sent.incrementAndGet();
        URI url = url(call.target());
        Map<String, String> headers = new LinkedHashMap<>(call.headers());
        headers.putAll(call.credential().headers(scheme, tokens));
        URI whole = url(call.credential().target(call.target(), tokens));
        Request request = new Request(
                call.method(), url, call.key(), call.credential(), curl(url, call), lowerCase(call.headers()));
        Redaction redaction =
                new Redaction(Stream.concat(tokens.secrets(), call.credential().presented(tokens).stream())
                        .toList());
        Instant start = Instant.now();
        long before = System.nanoTime();
        Consumer<RequestSpecification> specified =
                specification -> specification.headers(headers).request(call.method(), whole);
        Outcome outcome = call.alone() || call.credential() != Credential.VALID_TOKEN
                ? transport.callAlone(redaction, specified)
                : transport.call(redaction, specified);
        return new Exchange(
                request, outcome.response(), outcome.failure(), start, Duration.ofNanos(System.nanoTime() - before));
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

    private URI url(String target) {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + target);
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toMap(it -> it.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }
}
