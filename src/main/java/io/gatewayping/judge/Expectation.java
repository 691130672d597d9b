package io.gatewayping.judge;

import io.gatewayping.exchange.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer sends and what it needs of the answer, as an interaction of a pact shows it.
 *
 * @param state the provider state that it is sent in, or null
 * @param request what it sends
 * @param response what it needs; members and headers that it does not read are not there
 */
public record Expectation(@Nullable String state, Sent request, Response response) {

    /**
     * A request of a consumer.
     *
     * @param method the HTTP method
     * @param path decoded, with the values of its parameters
     * @param query the values of each query parameter, decoded, by name
     * @param headers the values of each header, by name in lower case
     * @param body its body, empty when it has none
     */
    // Requests are read, never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Sent(
            String method,
            String path,
            Map<String, List<String>> query,
            Map<String, List<String>> headers,
            byte[] body) {}
}
