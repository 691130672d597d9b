package io.gatewayping.acceptance;

import com.sun.net.httpserver.Headers;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    TOKEN_IN_ANY_HEADER((sent, token) -> sent.carriesTheTokenElsewhere(token)),
    TOKEN_IN_X_AUTHORIZATION((sent, token) -> ("Bearer " + token).equals(sent.header("X-Authorization"))),
    TOKEN_IN_X_FORWARDED_AUTHORIZATION(
            (sent, token) -> ("Bearer " + token).equals(sent.header("X-Forwarded-Authorization"))),
    TOKEN_IN_THE_QUERY_AS_JWT((sent, token) -> sent.query().contains("jwt=" + token)),
    TOKEN_AS_AN_API_KEY((sent, token) -> token.equals(sent.header("X-API-Key"))),
    TOKEN_IN_A_COOKIE((sent, token) -> String.valueOf(sent.header("Cookie")).contains("token=" + token)),
    TOKEN_IN_A_COOKIE_CALLED_TOKEN(
            (sent, token) -> ("; " + sent.header("Cookie") + ";").contains("; token=" + token + ";")),
    TOKEN_IN_THE_QUERY_AS_API_KEY((sent, token) -> sent.query().contains("api_key=" + token)),
    TOKEN_IN_THE_QUERY((sent, token) -> sent.query().contains("access_token=" + token)),
    TOKEN_IN_THE_QUERY_AS_TOKEN((sent, token) -> ("&" + sent.query()).contains("&token=" + token)),
    THE_SCHEME_TOKEN((sent, token) -> sent.authorization().equals("Token " + token)),
    TOKEN_WITHOUT_ITS_BEGINNING(
            (sent, token) -> sent.bearer().length() == token.length() - 1 && token.endsWith(sent.bearer())),
    TOKEN_WITH_MORE_BEFORE((sent, token) -> sent.bearer().endsWith(token)),
    FIRST_HALF_OF_THE_TOKEN((sent, token) -> sent.bearer().startsWith(token.substring(0, token.length() / 2))),
    SECOND_HALF_OF_THE_TOKEN((sent, token) -> sent.bearer().endsWith(token.substring(token.length() / 2))),
    ALL_BUT_THE_LAST_CHARACTER((sent, token) -> sent.bearer().length() == token.length()
            && sent.bearer().startsWith(token.substring(0, token.length() - 1))),
    ALL_BUT_THE_FIRST_CHARACTER((sent, token) ->
            sent.bearer().length() == token.length() && sent.bearer().endsWith(token.substring(1))),
    ITS_CHARACTERS_IN_ANY_ORDER((sent, token) -> sorted(sent.bearer()).equals(sorted(token))),
    FIRST_HALF_IN_ANY_CASE((sent, token) ->
            sent.bearer().equalsIgnoreCase(token) && sent.bearer().endsWith(token.substring(token.length() / 2))),
    SECOND_HALF_IN_ANY_CASE((sent, token) ->
            sent.bearer().equalsIgnoreCase(token) && sent.bearer().startsWith(token.substring(0, token.length() / 2)));

    private final BiPredicate<Sent, String> letsInBesides;

    TokenCheck(BiPredicate<Sent, String> letsInBesides) {
        this.letsInBesides = letsInBesides;
    }

    private static String sorted(String text) {
        return Stream.of(text.split("")).sorted().collect(Collectors.joining());
    }

    /** Whether it is the bearer of the token. */
    static boolean isBearer(Headers headers, String token) {
        return new Sent(headers, "").bearer().equals(token);
    }

    /** Whether somebody is let in who is not. */
    boolean letsInBesides(Headers headers, @Nullable String query, String token) {
        return letsInBesides.test(new Sent(headers, query == null ? "" : query), token);
    }

    private record Sent(Headers headers, String query) {

        @Nullable
        String header(String name) {
            return headers.getFirst(name);
        }

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
