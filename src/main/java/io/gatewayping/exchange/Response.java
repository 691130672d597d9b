package io.gatewayping.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A response as it was received, raw but for its secrets: every token that was sent stands as {@code $TOKEN}.
 *
 * @param status the HTTP status code
 * @param headers the values of each header, by name in lower case
 * @param body the bytes of the body
 * @param aside what it says elsewhere
 */
// Responses are read, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Response(int status, SortedMap<String, List<String>> headers, byte[] body, Aside aside) {

    /**
     * What a response says where hardly anybody reads it.
     *
     * @param reason the reason in its status line
     * @param interim the heads of the interim responses before it, status line and headers
     * @param trailers the values of each trailer, by name in lower case
     * @param extensions what stands behind the sizes of its chunks
     */
    public record Aside(
            String reason, List<String> interim, SortedMap<String, List<String>> trailers, List<String> extensions) {

        /** Nothing of the kind. */
        public static final Aside NOTHING = new Aside("", List.of(), Collections.emptySortedMap(), List.of());
    }

    /** One that says nothing elsewhere. */
    public Response(int status, SortedMap<String, List<String>> headers, byte[] body) {
        this(status, headers, body, Aside.NOTHING);
    }

    /**
     * One that somebody else's client has read, without the secrets.
     *
     * @param headers names and values, in order
     */
    public static Response readElsewhere(
            int status, List<Map.Entry<String, String>> headers, byte[] body, Redaction redaction) {
        Fields fields = new Fields(headers.stream()
                .map(header -> new Fields.Line(header.getKey(), header.getValue()))
                .toList());
        return new Response(status, fields.redacted(redaction), redaction.redact(body));
    }

    /** The body as UTF-8, malformed bytes replaced. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The values of a header, none when it is absent. */
    public List<String> header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of());
    }
}
