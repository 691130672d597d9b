package io.gatewayping.broker;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Paths and queries as the broker writes and reads them. */
final class Urls {

    private Urls() {}

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A path, with the segments that are not its own encoded. */
    static String path(Object... segments) {
        return Arrays.stream(segments)
                .map(segment -> "/" + encoded(segment.toString()))
                .collect(Collectors.joining());
    }

    static List<Map.Entry<String, String>> query(String query) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> Map.entry(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : ""))
                .toList();
    }

    /** Metadata of a pact's address: a query in Base64, as recorded. */
    static String metadata(String query) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(query.getBytes(StandardCharsets.UTF_8));
    }
}
