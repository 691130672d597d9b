package io.gatewayping.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer, with the headers that the recorded broker sends in each of its own. */
record Reply(int status, Map<String, String> headers, byte[] body) {

    static final String HAL = "application/hal+json;charset=utf-8";
    static final String JSON = "application/json;charset=utf-8";

    static Reply hal(int status, JsonNode body) {
        return of(status, HAL, body.toString());
    }

    static Reply created(JsonNode body, String location) {
        return hal(201, body).with("location", location);
    }

    static Reply json(int status, JsonNode body) {
        return of(status, JSON, body.toString());
    }

    static Reply error(int status, String message) {
        return json(status, JsonNodeFactory.instance.objectNode().put("error", message));
    }

    static Reply of(int status, String type, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("vary", "Accept");
        headers.put("cache-control", "no-cache");
        headers.put("content-type", type);
        headers.put("server", "Webmachine-Ruby/2.0.1 Rack/3.2");
        headers.put("x-pact-broker-version", "2.120.0");
        headers.put("x-content-type-options", "nosniff");
        return new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }

    Reply withBody(String other) {
        return new Reply(status, headers, other.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
