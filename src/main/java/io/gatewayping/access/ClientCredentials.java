package io.gatewayping.access;

import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.HttpCall;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Transport;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens by the client credentials of OAuth 2 (RFC 6749, section 4.4), each for as long as it lives. The client shows its
 * secret in the body, as the vendor's clients do, and by Basic where that is refused, as the RFC wants it.
 */
public final class ClientCredentials {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration UNTOLD = Duration.ofMinutes(15);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final int SUCCESS = 2;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Transport transport;
    private final URI tokenUrl;
    private final String id;
    private final String secret;
    private final InstantSource clock;
    private final Redaction redaction;
    private boolean basic;
    private @Nullable String token;
    private Instant renewal = Instant.MIN;

    /** A client that is known at this token endpoint. */
    public ClientCredentials(Transport transport, URI tokenUrl, String id, String secret, InstantSource clock) {
        this.transport = transport;
        this.tokenUrl = tokenUrl;
        this.id = id;
        this.secret = secret;
        this.clock = clock;
        redaction = new Redaction(List.of(secret, basic()));
    }

    /** A token that is valid for some time to come. */
    public synchronized String token() throws NoToken {
        String current = token;
        if (current != null && clock.instant().isBefore(renewal)) {
            return current;
        }
        Response response = asked();
        if (!basic && (response.status() == 401 || response.status() == 400)) {
            basic = true;
            response = asked();
        }
        return granted(response);
    }

    private Response asked() throws NoToken {
        Map<String, String> form = new LinkedHashMap<>(Map.of("grant_type", "client_credentials"));
        Map<String, String> headers = new LinkedHashMap<>(
                Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded"));
        if (basic) {
            headers.put("Authorization", "Basic " + basic());
        } else {
            form.put("client_id", id);
            form.put("client_secret", secret);
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        Outcome outcome = transport.callAlone(
                redaction, new HttpCall("POST", tokenUrl, headers, body.getBytes(StandardCharsets.UTF_8)));
        if (outcome.response() == null) {
            throw new NoToken("the token endpoint " + tokenUrl + " cannot be reached: " + outcome.problem(), false);
        }
        return outcome.response();
    }

    private String basic() {
        String both = encoded(id) + ":" + encoded(secret);
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private String granted(Response response) throws NoToken {
        JsonNode body = json(response);
        if (response.status() / 100 != SUCCESS) {
            String error = body.path("error").asString("");
            boolean refused = response.status() < SERVER_ERROR && response.status() != TOO_MANY_REQUESTS;
            throw new NoToken(
                    "the token endpoint " + tokenUrl + " answered " + response.status()
                            + (error.isEmpty() ? "" : " " + Excerpt.of(error))
                            + (refused && response.status() != 404
                                    ? ": check GATE_CLIENT_ID and GATE_CLIENT_SECRET"
                                    : refused ? ": check --token-url" : ""),
                    refused);
        }
        String granted = body.path("access_token").asString("");
        if (granted.isBlank()) {
            throw new NoToken(
                    "the token endpoint " + tokenUrl + " answered " + response.status()
                            + " without an access_token: a wrong --token-url, or a captive portal?",
                    false);
        }
        Duration life = life(body.path("expires_in"));
        Duration margin = life.dividedBy(2).compareTo(MARGIN) < 0 ? life.dividedBy(2) : MARGIN;
        renewal = clock.instant().plus(life).minus(margin);
        token = granted;
        return granted;
    }

    private static Duration life(JsonNode seconds) {
        long told = seconds.asLong(0);
        return told <= 0
                ? UNTOLD
                : Duration.ofSeconds(Math.min(told, Duration.ofDays(1).toSeconds()));
    }

    private static JsonNode json(Response response) {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
