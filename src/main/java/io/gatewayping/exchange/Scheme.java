package io.gatewayping.exchange;

import java.util.Map;

/**
 * How a valid token is carried.
 *
 * @param header the name of the header
 * @param prefix what stands before the token, as {@code Bearer} and a blank; empty when nothing does
 */
public record Scheme(String header, String prefix) {

    /** As RFC 6750 has it. */
    public static final Scheme BEARER = new Scheme("Authorization", "Bearer ");

    /** Whether a value of the header carries a token, whichever it is. */
    public boolean isCarriedBy(String value) {
        return value.regionMatches(true, 0, prefix, 0, prefix.length())
                && !value.substring(prefix.length()).isBlank();
    }

    /** What it wants, in words. */
    public String words() {
        return prefix.isEmpty() ? "key in the header " + header : "bearer token";
    }

    Map<String, String> carrying(String token) {
        return Map.of(header, prefix + token);
    }
}
