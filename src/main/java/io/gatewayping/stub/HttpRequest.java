package io.gatewayping.stub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One request as it came in.
 *
 * @param method as it was sent: methods have a case
 * @param target what was asked for, in whatever form
 * @param headers the values of each header, by name in lower case
 * @param body nothing when it is longer than what is read
 * @param persistent whether the connection may serve another one
 */
record HttpRequest(
        String method, String target, Map<String, List<String>> headers, Optional<byte[]> body, boolean persistent) {

    /** Escapes of a hyphen, a full stop, a digit, a letter, a low line or a tilde. */
    private static final Pattern NEEDLESS =
            Pattern.compile("%(2[DdEe]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9]|[57][Aa]|5[Ff]|7[Ee])");

    private static final Pattern ORIGIN = Pattern.compile("(?i)https?://[^/?]*");

    /** The path, with what needs no escape as itself: by RFC 3986, section 6.2.2.2, that is the same one. */
    String path() {
        String path = ORIGIN.matcher(target).replaceFirst("").split("\\?", 2)[0];
        return path.isEmpty()
                ? "/"
                : NEEDLESS.matcher(path)
                        .replaceAll(escape -> String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
    }

    /** The query as it was sent, empty when there is none. */
    String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** The values of a query parameter, decoded. */
    List<String> query(String name) {
        return Stream.of(query().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && decoded(pair[0]).equals(name))
                .map(pair -> decoded(pair[1]))
                .toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that begins no escape stands for itself.
            return text;
        }
    }

    /** The values of a header, one for each line. */
    List<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The one value of a header; none when there are several. */
    Optional<String> only(String name) {
        List<String> values = header(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
