package io.gatewayping.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;

/**
 * A response as it was received, raw but for its secrets: every token that was sent stands as {@code $TOKEN}.
 *
 * @param status the HTTP status code
 * @param headers the values of each header, by name in lower case
 * @param body the bytes of the body
 */
// Responses are read, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Response(int status, SortedMap<String, List<String>> headers, byte[] body) {

    /** The body as UTF-8, malformed bytes replaced. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The values of a header, none when it is absent. */
    public List<String> header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of());
    }
}
