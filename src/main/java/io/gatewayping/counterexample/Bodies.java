package io.gatewayping.counterexample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies with something wrong in one place. */
final class Bodies {

    /** What makes any body unreadable, by what it is then. */
    static final Map<String, UnaryOperator<byte[]>> UNREADABLE = new LinkedHashMap<>();

    static {
        UNREADABLE.put("empty", body -> new byte[0]);
        UNREADABLE.put("cut short", body -> Arrays.copyOf(body, body.length - 2));
        UNREADABLE.put("plain text", body -> bytes("OK"));
        UNREADABLE.put("HTML", body -> bytes("<!DOCTYPE html><html><body>OK</body></html>"));
        UNREADABLE.put("two JSON texts", body -> bytes(text(body) + text(body)));
        UNREADABLE.put("not UTF-8", body -> text(body).getBytes(StandardCharsets.UTF_16));
        UNREADABLE.put(
                "naming a member twice",
                body -> bytes("{\"twice\":1,\"twice\":2," + text(body).substring(1)));
        UNREADABLE.put(
                "holding half a character",
                body -> bytes("{\"half\":\"\\ud83d\"," + text(body).substring(1)));
        UNREADABLE.put("JavaScript", body -> bytes("callback(" + text(body) + ")"));
    }

    private Bodies() {}

    /** The body without the member at a place. */
    static JsonNode without(JsonNode body, String place) {
        ObjectNode copy = (ObjectNode) body.deepCopy();
        JsonPointer pointer = JsonPointer.compile(place);
        ((ObjectNode) copy.at(pointer.head())).remove(pointer.last().getMatchingProperty());
        return copy;
    }

    /** The body with another value at a place. */
    static JsonNode with(JsonNode body, String place, JsonNode value) {
        if (place.isEmpty()) {
            return value;
        }
        ObjectNode copy = (ObjectNode) body.deepCopy();
        JsonPointer pointer = JsonPointer.compile(place);
        JsonNode parent = copy.at(pointer.head());
        if (parent instanceof ArrayNode items) {
            items.set(pointer.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), value);
        }
        return copy;
    }

    /** The body inside another object. */
    static JsonNode wrapped(JsonNode body) {
        return JsonNodeFactory.instance.objectNode().set("data", body);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
