package io.gatewayping.stub;

import io.gatewayping.contract.Security;
import io.gatewayping.exchange.Scheme;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/** Lets in who carries the token, as far as an operation asks for one. */
final class Entrance {

    private final String token;

    Entrance(String token) {
        this.token = token;
    }

    boolean admits(HttpRequest request, Security security) {
        boolean silent = request.header(security.scheme().header()).isEmpty();
        return switch (security.demand()) {
            case NONE -> true;
            case OPTIONAL -> silent || isValid(request, security.scheme());
            case REQUIRED -> isValid(request, security.scheme());
        };
    }

    /** Whether a text gives the token away. */
    boolean isGivenAwayBy(String text) {
        return text.contains(token);
    }

    /** The scheme's name has no case, the token has. Of two credentials, nobody knows which one is meant. */
    private boolean isValid(HttpRequest request, Scheme scheme) {
        String name = scheme.prefix().strip().toLowerCase(Locale.ROOT);
        return request.only(scheme.header())
                .filter(value ->
                        name.isEmpty() || value.toLowerCase(Locale.ROOT).startsWith(name + " "))
                .map(value -> value.substring(name.length()).replaceFirst("^ +", ""))
                .filter(carried -> MessageDigest.isEqual(bytes(carried), bytes(token)))
                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
