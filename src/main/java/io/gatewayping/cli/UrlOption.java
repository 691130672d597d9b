package io.gatewayping.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the URLs that options give. */
final class UrlOption {

    private static final int LAST_PORT = 65_535;

    private static final String HOST = "(?:[a-z0-9-]{1,20}\\.){0,6}[a-z-]{1,20}|[0-9.]{7,15}|\\[[0-9a-f:.]{2,45}]";

    /** What stands in the path of many an API, and is no secret: words, and a version. */
    private static final Pattern PLAIN = Pattern.compile(
            "|[a-z]{1,20}([._-]([a-z]{1,20}|v\\d{1,3})){0,4}|v\\d{1,3}([a-z]{1,5}\\d{0,3})?", Pattern.CASE_INSENSITIVE);

    /** Scheme, user, host with port, path, query, fragment. */
    private static final Pattern SHOWN = Pattern.compile(
            "([a-z]{1,6}://|)([^@/?#]*@|)((?:" + HOST + ")(?::\\d{1,6})?)((?:/[^@?#\\p{Cntrl}]*)?)(\\?[^#]*|)(#.*|)",
            Pattern.CASE_INSENSITIVE);

    private UrlOption() {}

    static URI parse(String option, String text) {
        if (text.isBlank()) {
            throw new UsageError(option + " is empty: name a URL such as https://api.example.com/v1");
        }
        try {
            URI url = new URI(text.strip());
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (web
                    && url.getHost() != null
                    && url.getPort() <= LAST_PORT
                    && url.getUserInfo() == null
                    && url.getRawPath().indexOf(';') < 0
                    && url.getQuery() == null
                    && url.getFragment() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Told below, like every other URL that cannot be used.
        }
        throw new UsageError(option + " " + shown(text) + " is no URL such as https://api.example.com/v1"
                + " (http or https, with a host, without user, query, fragment and a semicolon in its path)");
    }

    /** A user, a query, a fragment and what is no word of a path may be secrets, and so may be a text that is no URL at all. */
    private static String shown(String text) {
        Matcher parts = SHOWN.matcher(text);
        if (!parts.matches()) {
            return "(not shown: it may hold a token)";
        }
        return "'" + parts.group(1)
                + (parts.group(2).isEmpty() ? "" : "…@")
                + parts.group(3)
                + Stream.of(parts.group(4).split("/", -1))
                        .map(segment -> PLAIN.matcher(segment).matches() ? segment : "…")
                        .collect(Collectors.joining("/"))
                + (parts.group(5).isEmpty() ? "" : "?…")
                + (parts.group(6).isEmpty() ? "" : "#…")
                + "'";
    }
}
