package io.gatewayping.exchange;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request carries to prove who sends it: the valid token, or one of the ways not to. */
public enum Credential {
    VALID_TOKEN(Carrier.SCHEME, TokenEdit.WHOLE),
    NO_TOKEN(Carrier.NOWHERE, TokenEdit.WHOLE),
    ANOTHER_TOKEN(Carrier.SCHEME, TokenEdit.ANOTHER),
    /** The one that expired, if one is known; else it is as good as none. */
    EXPIRED_TOKEN(Carrier.SCHEME, TokenEdit.WHOLE),
    TOKEN_CUT_SHORT(Carrier.SCHEME, TokenEdit.CUT_SHORT),
    TOKEN_CUT_IN_FRONT(Carrier.SCHEME, TokenEdit.CUT_IN_FRONT),
    TOKEN_EXTENDED(Carrier.SCHEME, TokenEdit.EXTENDED),
    TOKEN_EXTENDED_IN_FRONT(Carrier.SCHEME, TokenEdit.EXTENDED_IN_FRONT),
    TOKEN_WITH_ONE_CHARACTER_CHANGED(Carrier.SCHEME, TokenEdit.ONE_CHARACTER_CHANGED),
    TOKEN_WITH_THE_LAST_CHARACTER_CHANGED(Carrier.SCHEME, TokenEdit.LAST_CHARACTER_CHANGED),
    TOKEN_WITH_THE_FIRST_CHARACTER_CHANGED(Carrier.SCHEME, TokenEdit.FIRST_CHARACTER_CHANGED),
    TOKEN_TURNED_ROUND(Carrier.SCHEME, TokenEdit.TURNED_ROUND),
    TOKEN_WITH_ANOTHER_FIRST_HALF(Carrier.SCHEME, TokenEdit.ANOTHER_FIRST_HALF),
    TOKEN_WITH_ANOTHER_SECOND_HALF(Carrier.SCHEME, TokenEdit.ANOTHER_SECOND_HALF),
    TOKEN_WITH_ONE_CASE_CHANGED(Carrier.SCHEME, TokenEdit.ONE_CASE_CHANGED),
    TOKEN_WITH_THE_FIRST_HALF_IN_ANOTHER_CASE(Carrier.SCHEME, TokenEdit.FIRST_HALF_IN_ANOTHER_CASE),
    TOKEN_WITH_THE_SECOND_HALF_IN_ANOTHER_CASE(Carrier.SCHEME, TokenEdit.SECOND_HALF_IN_ANOTHER_CASE),
    EMPTY_BEARER(Carrier.SCHEME, TokenEdit.EMPTY),
    TOKEN_WITHOUT_SCHEME(Carrier.NO_SCHEME, TokenEdit.WHOLE),
    TOKEN_UNDER_ANOTHER_SCHEME(Carrier.SCHEME_BASIC, TokenEdit.WHOLE),
    TOKEN_UNDER_THE_SCHEME_TOKEN(Carrier.SCHEME_TOKEN, TokenEdit.WHOLE),
    TOKEN_IN_THE_WRONG_HEADER(Carrier.AUTH_TOKEN_HEADER, TokenEdit.WHOLE),
    TOKEN_AS_AN_API_KEY(Carrier.API_KEY_HEADER, TokenEdit.WHOLE),
    TOKEN_IN_A_COOKIE(Carrier.COOKIE, TokenEdit.WHOLE),
    TOKEN_IN_THE_QUERY(Carrier.QUERY_ACCESS_TOKEN, TokenEdit.WHOLE),
    TOKEN_IN_THE_QUERY_AS_TOKEN(Carrier.QUERY_TOKEN, TokenEdit.WHOLE);

    private static final Tokens ANY = new Tokens("0a1B2c3D4e5F", "a-token-of-old");

    private final Carrier carrier;
    private final TokenEdit edit;

    Credential(Carrier carrier, TokenEdit edit) {
        this.carrier = carrier;
        this.edit = edit;
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
     * @param rawQuery its query, encoded, or null
     */
    public static Credential presented(
            Scheme scheme, Map<String, String> headers, @Nullable String rawQuery, Tokens tokens) {
        Map<String, String> carried = byName(headers);
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Stream.of(values())
                .forEach(it -> names.addAll(it.headers(scheme, tokens).keySet()));
        carried.keySet().retainAll(names);
        Map<String, String> asked = parameters(rawQuery);
        return Arrays.stream(values())
                .filter(credential -> !credential.isUnknown(tokens))
                .filter(credential -> isSomeOf(byName(credential.headers(scheme, tokens)), carried))
                .filter(credential -> isSomeOf(credential.query(tokens), asked))
                .findFirst()
                .orElse(ANOTHER_TOKEN);
    }

    /**
     * The credential of a request by somebody whose token is not known: as good as the answer says that it is.
     *
     * @param values those of the scheme's header
     * @param refused whether the answer is 401
     */
    public static Credential assumed(Scheme scheme, List<String> values, boolean refused) {
        if (values.isEmpty()) {
            return NO_TOKEN;
        }
        boolean carried = values.size() == 1 && scheme.isCarriedBy(values.get(0));
        return carried && !refused ? VALID_TOKEN : ANOTHER_TOKEN;
    }

    /** What is sent under several names is the same under one of them. */
    private static boolean isSomeOf(Map<String, String> all, Map<String, String> some) {
        return all.isEmpty() == some.isEmpty() && all.entrySet().containsAll(some.entrySet());
    }

    private static Map<String, String> parameters(@Nullable String rawQuery) {
        Set<String> names = Stream.of(values())
                .flatMap(it -> it.query(ANY).keySet().stream())
                .collect(Collectors.toSet());
        return Stream.of(rawQuery == null ? new String[0] : rawQuery.split("&", -1))
                .map(pair -> List.of(pair.split("=", 2)))
                .filter(pair -> pair.size() == 2 && names.contains(pair.get(0)))
                .collect(Collectors.toMap(
                        pair -> pair.get(0),
                        pair -> URLDecoder.decode(pair.get(1), StandardCharsets.UTF_8),
                        (first, second) -> first));
    }

    /** The words that features and reports use. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether it cannot be sent, since nobody gave what it consists of. */
    public boolean isUnknown(Tokens tokens) {
        return this == EXPIRED_TOKEN && tokens.expired().isEmpty();
    }

    /** Whether it carries the whole token just where the scheme wants it, though it is meant not to. */
    public boolean isValidUnder(Scheme scheme) {
        return byName(headers(scheme, ANY))
                        .entrySet()
                        .containsAll(byName(VALID_TOKEN.headers(scheme, ANY)).entrySet())
                && query(ANY).isEmpty();
    }

    /** Whether it carries a token, whichever it is, where the scheme wants it. */
    public boolean isCarriedUnder(Scheme scheme) {
        return headers(scheme, ANY).entrySet().stream()
                .anyMatch(header ->
                        header.getKey().equalsIgnoreCase(scheme.header()) && scheme.isCarriedBy(header.getValue()));
    }

    /** Headers by their names, which have no case, without the blanks around their values. */
    private static Map<String, String> byName(Map<String, String> headers) {
        Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> named.put(name, value.strip()));
        return named;
    }

    /** The headers to send. */
    Map<String, String> headers(Scheme scheme, Tokens tokens) {
        return carrier.headers(scheme, sent(tokens));
    }

    /** The parameters to send in the query. */
    Map<String, String> query(Tokens tokens) {
        return carrier.query(sent(tokens));
    }

    /**
     * The target of a request with what the query carries.
     *
     * @param target path and query without it
     */
    String target(String target, Tokens tokens) {
        String more = query(tokens).entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return more.isEmpty() ? target : target + (target.contains("?") ? "&" : "?") + more;
    }

    /** What of the token is sent, if anything. */
    public Optional<String> presented(Tokens tokens) {
        return carrier == Carrier.NOWHERE ? Optional.empty() : Optional.of(sent(tokens));
    }

    private String sent(Tokens tokens) {
        return this == EXPIRED_TOKEN ? tokens.expired() : edit.edited(tokens.valid());
    }

    /** The same as arguments for curl, with the token as {@code $TOKEN}; empty when there is nothing to send. */
    String shell(Scheme scheme, Tokens tokens) {
        String token = this == EXPIRED_TOKEN ? "$EXPIRED_TOKEN" : edit.shell(tokens.valid());
        return Stream.concat(
                        carrier.headers(scheme, token).entrySet().stream()
                                .map(header -> "-H \"" + header.getKey() + ": " + header.getValue() + "\""),
                        carrier.query(token).entrySet().stream()
                                .map(it -> "-G --data-urlencode \"" + it.getKey() + "=" + it.getValue() + "\""))
                .collect(Collectors.joining(" "));
    }
}
