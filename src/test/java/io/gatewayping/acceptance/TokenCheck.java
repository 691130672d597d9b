package io.gatewayping.acceptance;

import com.sun.net.httpserver.Headers;
import java.util.function.BiPredicate;

/** Whom a provider lets in: the bearer of the token, or by a mistake others too. */
enum TokenCheck {
    BEARER_OF_THE_TOKEN((sent, token) -> false),
    EVERYBODY((sent, token) -> true),
    WHOEVER_SENDS_NOTHING((sent, token) -> sent.authorization().isEmpty() && !sent.carriesTheTokenElsewhere(token)),
    ANY_BEARER((sent, token) -> !sent.bearer().isEmpty()),
    EMPTY_BEARER((sent, token) -> sent.authorization().strip().equalsIgnoreCase("Bearer")),
    TOKEN_WITHOUT_ITS_END(
            (sent, token) -> sent.bearer().length() == token.length() - 1 && token.startsWith(sent.bearer())),
    TOKEN_WITH_MORE_BEHIND((sent, token) -> sent.bearer().startsWith(token)),
    TOKEN_IN_ANY_CASE((sent, token) -> sent.bearer().equalsIgnoreCase(token)),
    SAME_ENDS_AND_LENGTH((sent, token) -> sent.bearer().length() == token.length()
            && sent.bearer().startsWith(token.substring(0, 8))
            && !sent.bearer().equalsIgnoreCase(token)),
    TOKEN_WITHOUT_A_SCHEME((sent, token) -> sent.authorization().equals(token)),
    TOKEN_UNDER_ANY_SCHEME((sent, token) -> sent.authorization().endsWith(" " + token)),
    TOKEN_IN_ANY_HEADER((sent, token) -> sent.carriesTheTokenElsewhere(token));

    private final BiPredicate<Sent, String> letsInBesides;

    TokenCheck(BiPredicate<Sent, String> letsInBesides) {
        this.letsInBesides = letsInBesides;
    }

    boolean admits(Headers headers, String token) {
        Sent sent = new Sent(headers);
        return sent.bearer().equals(token) || letsInBesides.test(sent, token);
    }

    private record Sent(Headers headers) {

        private static final String SCHEME = "Bearer ";

        String authorization() {
            String value = headers.getFirst("Authorization");
            return value == null ? "" : value;
        }

        String bearer() {
            return authorization().startsWith(SCHEME) ? authorization().substring(SCHEME.length()) : "";
        }

        boolean carriesTheTokenElsewhere(String token) {
            return headers.entrySet().stream()
                    .anyMatch(header -> !header.getKey().equalsIgnoreCase("Authorization")
                            && header.getValue().contains(token));
        }
    }
}
