package io.gatewayping.pact;

import io.gatewayping.exchange.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds what looks like a secret in a pact: a broker shows pacts to everybody who may read it. */
final class Secrets {

    /** A shorter one may well be a word. */
    private static final int SHORTEST = 10;

    private static final Map<Pattern, String> SHAPES = new LinkedHashMap<>();
    private static final Pattern CREDENTIAL_HEADER = Pattern.compile(
            "(?i).*/headers/(?:(?:proxy-)?authorization|cookie|set-cookie|x-(?:api-key|auth-token))(?:/\\d+)?");
    private static final Pattern LONG_CREDENTIAL =
            Pattern.compile("(?=[^ ;=]*\\d)(?=[^ ;=]*[A-Za-z])[\\w.~+/-]{20,}=*");
    private static final Pattern BASIC = Pattern.compile("(?i)\\bbasic +([a-z0-9+/]+=*)");

    static {
        SHAPES.put(Pattern.compile("\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*"), "a JSON Web Token");
        SHAPES.put(Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"), "a private key");
        SHAPES.put(Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"), "an AWS access key");
        SHAPES.put(
                Pattern.compile("\\b(?:gh[pousr]_\\w{30,}|github_pat_\\w{30,}|glpat-[\\w-]{20,})"), "an access token");
        SHAPES.put(Pattern.compile("\\bxox[abeprs]-[\\w-]{10,}"), "a Slack token");
    }

    private final Redaction known;

    /**
     * Looks for secrets.
     *
     * @param known secrets of this very process, whole or in pieces
     */
    Secrets(Collection<String> known) {
        this.known = new Redaction(
                known.stream().filter(secret -> secret.length() >= SHORTEST).toList());
    }

    /** What is found, by where it stands: what it looks like, and never the secret itself. */
    Map<String, String> in(JsonNode json) {
        Map<String, String> found = new LinkedHashMap<>();
        look("", json).forEach(text -> look(text).ifPresent(what -> found.put(hidden(text.pointer()), what)));
        return found;
    }

    /** A text in which nothing can be read that looks like a secret. */
    String hidden(String text) {
        String hidden = known.redact(text);
        for (Pattern shape : SHAPES.keySet()) {
            hidden = shape.matcher(hidden).replaceAll(Matcher.quoteReplacement("***"));
        }
        return hidden;
    }

    /** A value or the name of a member. */
    private record Text(String pointer, String value) {}

    private static Stream<Text> look(String pointer, JsonNode node) {
        if (node.isString()) {
            return Stream.of(new Text(pointer, node.asString()));
        }
        if (node.isArray()) {
            return Stream.iterate(0, index -> index + 1)
                    .limit(node.size())
                    .flatMap(index -> look(pointer + "/" + index, node.path(index)));
        }
        return node.properties().stream().flatMap(member -> {
            String place = pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            return Stream.concat(Stream.of(new Text(place, member.getKey())), look(place, member.getValue()));
        });
    }

    private Optional<String> look(Text text) {
        if (!known.redact(text.value()).equals(text.value())) {
            return Optional.of("a secret of the environment");
        }
        Optional<String> shape = SHAPES.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(text.value()).find())
                .map(Map.Entry::getValue)
                .findFirst();
        if (shape.isEmpty() && BASIC.matcher(text.value()).results().anyMatch(basic -> isPassword(basic.group(1)))) {
            return Optional.of("a user's password in Base64");
        }
        boolean isCredential = CREDENTIAL_HEADER.matcher(text.pointer()).matches()
                && LONG_CREDENTIAL.matcher(text.value()).find();
        return shape.or(() -> isCredential ? Optional.of("a credential that somebody may use") : Optional.empty());
    }

    /** However short: a user, a colon and a password. */
    private static boolean isPassword(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8).indexOf(':') >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
