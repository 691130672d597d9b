package io.gatewayping.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a request carries to prove who sends it: the valid token, or one of the ways not to. */
public enum Credential {
    VALID_TOKEN(Carrier.SCHEME, TokenEdit.WHOLE),
    NO_TOKEN(Carrier.NOTHING, TokenEdit.WHOLE),
    ANOTHER_TOKEN(Carrier.SCHEME, TokenEdit.ANOTHER),
    TOKEN_CUT_SHORT(Carrier.SCHEME, TokenEdit.CUT_SHORT),
    TOKEN_EXTENDED(Carrier.SCHEME, TokenEdit.EXTENDED),
    TOKEN_WITH_ONE_CHARACTER_CHANGED(Carrier.SCHEME, TokenEdit.ONE_CHARACTER_CHANGED),
    TOKEN_WITH_ONE_CASE_CHANGED(Carrier.SCHEME, TokenEdit.ONE_CASE_CHANGED),
    EMPTY_BEARER(Carrier.SCHEME, TokenEdit.EMPTY),
    TOKEN_WITHOUT_SCHEME(Carrier.NO_SCHEME, TokenEdit.WHOLE),
    TOKEN_UNDER_ANOTHER_SCHEME(Carrier.ANOTHER_SCHEME, TokenEdit.WHOLE),
    TOKEN_IN_THE_WRONG_HEADER(Carrier.WRONG_HEADER, TokenEdit.WHOLE);

    private final Carrier carrier;
    private final TokenEdit edit;

    Credential(Carrier carrier, TokenEdit edit) {
        this.carrier = carrier;
        this.edit = edit;
    }

    /** Where the token stands in a request. */
    private enum Carrier {
        NOTHING {
            @Override
            Map<String, String> headers(Scheme scheme, String token) {
                return Map.of();
            }
        },
        SCHEME {
            @Override
            Map<String, String> headers(Scheme scheme, String token) {
                return scheme.carrying(token);
            }
        },
        NO_SCHEME {
            @Override
            Map<String, String> headers(Scheme scheme, String token) {
                return Map.of(scheme.header(), token);
            }
        },
        ANOTHER_SCHEME {
            @Override
            Map<String, String> headers(Scheme scheme, String token) {
                return Map.of(scheme.header(), "Basic " + token);
            }
        },
        WRONG_HEADER {
            @Override
            Map<String, String> headers(Scheme scheme, String token) {
                return Map.of("X-Auth-Token", token);
            }
        };

        abstract Map<String, String> headers(Scheme scheme, String token);
    }

    /**
     * The credential that a feature names in words.
     *
     * @param words the name of a constant with blanks for its underscores, as {@code token cut short}
     * @throws IllegalArgumentException when there is no such credential
     */
    public static Credential named(String words) {
        return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /**
     * The credential that a request carries.
     *
     * @param headers its headers, by name in any case
     * @param token the valid token
     */
    public static Credential presented(Scheme scheme, Map<String, String> headers, String token) {
        Map<String, String> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        given.putAll(headers);
        Map<String, String> carried = Arrays.stream(values())
                .flatMap(credential -> credential.headers(scheme, token).keySet().stream())
                .distinct()
                .filter(given::containsKey)
                .collect(Collectors.toMap(
                        name -> name, name -> given.getOrDefault(name, "").strip()));
        return Arrays.stream(values())
                .filter(credential ->
                        stripped(credential.headers(scheme, token)).equals(carried))
                .findFirst()
                .orElse(ANOTHER_TOKEN);
    }

    /** The words that features and reports use. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether it carries the whole token just where the scheme wants it, though it is meant not to. */
    public boolean isValidUnder(Scheme scheme) {
        String any = "0a1B2c3D4e5F";
        return headers(scheme, any).equals(VALID_TOKEN.headers(scheme, any));
    }

    /** The headers to send. */
    Map<String, String> headers(Scheme scheme, String token) {
        return carrier.headers(scheme, edit.edited(token));
    }

    /** What of the token is sent, if anything. */
    public Optional<String> presented(String token) {
        return carrier == Carrier.NOTHING ? Optional.empty() : Optional.of(edit.edited(token));
    }

    /** The same as an argument for curl, with the token as {@code $TOKEN}; empty when there is nothing to send. */
    String shell(Scheme scheme, String token) {
        return carrier.headers(scheme, edit.shell(token)).entrySet().stream()
                .map(header -> "-H \"" + header.getKey() + ": " + header.getValue() + "\"")
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> stripped(Map<String, String> headers) {
        return headers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue()
                .strip()));
    }
}
