package io.gatewayping.pact;

import au.com.dius.pact.core.model.IRequest;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Scheme;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request of a pact as it is sent.
 *
 * @param headers each once, without those that the client sets by itself
 * @param body empty when it has none
 * @param withToken whether the valid token stands in it, in the place of the pact's own
 */
// Requests are sent, never compared.
@SuppressWarnings("ArrayRecordComponent")
record SentRequest(String method, URI url, Map<String, String> headers, byte[] body, boolean withToken) {

    /** These say how a request gets to the provider, or how an answer gets back, which is the client's affair. */
    private static final Set<String> OF_THE_CLIENT = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final Pattern NAME = Pattern.compile("[\\w!#$%&'*+.^`|~-]+");
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}&&[^\\t]]*");

    /**
     * A request to a provider.
     *
     * @param token takes the place of the one that a pact has under the scheme, or null when that is to be sent
     */
    static SentRequest of(IRequest request, URI baseUrl, Scheme scheme, @Nullable String token) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders()
                .forEach((name, values) -> headers.merge(name, String.join(", ", values), (a, b) -> a + ", " + b));
        headers.keySet().removeIf(name -> OF_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT)));
        String type = request.determineContentType().asString();
        if (request.getBody().isPresent() && type != null) {
            headers.putIfAbsent("Content-Type", type);
        }
        String given = headers.get(scheme.header());
        boolean replaced = token != null && given != null && scheme.isCarriedBy(given);
        if (replaced) {
            headers.put(scheme.header(), scheme.prefix() + token);
        }
        return new SentRequest(
                request.getMethod().toUpperCase(Locale.ROOT),
                url(request, baseUrl),
                headers,
                request.getBody().orEmpty(),
                replaced);
    }

    /** Why it cannot be sent. */
    Optional<String> problem() {
        if (!NAME.matcher(method).matches()) {
            return Optional.of("there is no method " + Excerpt.of(method));
        }
        return headers.entrySet().stream()
                .filter(header -> !NAME.matcher(header.getKey()).matches()
                        || !VALUE.matcher(header.getValue()).matches())
                .map(header -> "the header " + Excerpt.of(header.getKey()) + " cannot be sent as it is")
                .findFirst();
    }

    private static URI url(IRequest request, URI baseUrl) {
        String base = baseUrl.toString().replaceFirst("/$", "");
        String path = Arrays.stream(request.getPath().split("/", -1))
                .map(segment -> encoded(decoded(segment)))
                .collect(Collectors.joining("/"));
        String query = request.getQuery().entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream().map(value -> parameter(parameter.getKey(), value)))
                .collect(Collectors.joining("&"));
        return URI.create(base + (path.startsWith("/") ? "" : "/") + path + (query.isEmpty() ? "" : "?" + query));
    }

    /** Pacts hold paths as people write them, encoded or not. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String parameter(String name, @Nullable String value) {
        return encoded(name) + (value == null ? "" : "=" + encoded(value));
    }
}
