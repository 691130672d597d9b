package io.gatewayping.exchange;

import java.util.Map;

/** Where a token stands in a request. */
enum Carrier {
    NOWHERE,
    SCHEME,
    NO_SCHEME,
    SCHEME_BASIC,
    SCHEME_TOKEN,
    AUTH_TOKEN_HEADER,
    API_KEY_HEADER,
    COOKIE,
    QUERY_ACCESS_TOKEN,
    QUERY_TOKEN;

    /** The headers that carry it. */
    Map<String, String> headers(Scheme scheme, String token) {
        return switch (this) {
            case SCHEME -> scheme.carrying(token);
            case NO_SCHEME -> Map.of(scheme.header(), token);
            case SCHEME_BASIC -> Map.of(scheme.header(), "Basic " + token);
            case SCHEME_TOKEN -> Map.of(scheme.header(), "Token " + token);
            case AUTH_TOKEN_HEADER ->
                Map.of(
                        "X-Auth-Token",
                        token,
                        "X-Access-Token",
                        token,
                        "X-Authorization",
                        "Bearer " + token,
                        "X-Forwarded-Authorization",
                        "Bearer " + token);
            case API_KEY_HEADER -> Map.of("X-API-Key", token);
            case COOKIE -> Map.of("Cookie", "access_token=" + token + "; token=" + token + "; jwt=" + token);
            default -> Map.of();
        };
    }

    /** The query parameters that carry it. */
    Map<String, String> query(String token) {
        return switch (this) {
            case QUERY_ACCESS_TOKEN -> Map.of("access_token", token);
            case QUERY_TOKEN -> Map.of("token", token, "api_key", token, "jwt", token);
            default -> Map.of();
        };
    }
}
