package io.gatewayping.broker;

import java.util.Map;

/** One request as it came in; header names are in lower case, path and query still encoded. */
public record Received(String method, String path, String query, Map<String, String> headers, String body) {

    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
