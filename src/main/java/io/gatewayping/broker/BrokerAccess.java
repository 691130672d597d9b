package io.gatewayping.broker;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a broker is, and what lets us in.
 *
 * @param url where its index is
 * @param token a bearer token, or null
 * @param user a user's name, or null
 * @param password the user's password, or null
 * @param timeout how long one answer may take
 */
public record BrokerAccess(
        URI url, @Nullable String token, @Nullable String user, @Nullable String password, Duration timeout) {

    /** The value of the header Authorization, or null when there is nothing that lets us in. */
    @Nullable
    String authorization() {
        if (token != null) {
            return "Bearer " + token;
        }
        return user == null ? null : "Basic " + userAndPassword();
    }

    /** All that must be seen by nobody but the broker. */
    List<String> secrets() {
        return Stream.of(token, password, user == null ? null : userAndPassword())
                .filter(Objects::nonNull)
                .toList();
    }

    private String userAndPassword() {
        return Base64.getEncoder()
                .encodeToString(
                        (user + ":" + Objects.requireNonNullElse(password, "")).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
