package io.gatewayping.acceptance;

import io.gatewayping.acceptance.AnswerSpec.Transfer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One answer of the provider, complete but for its {@link Placeholders}. */
record Answer(
        int status,
        @Nullable JsonNode json,
        @Nullable String text,
        Map<String, String> replace,
        Map<String, @Nullable String> headers,
        Charset charset,
        Layout layout,
        Transfer transfer,
        long afterMilliseconds) {

    static final Answer BLANK = new Answer(
            200,
            null,
            null,
            Map.of(),
            Map.of("Content-Type", "application/json"),
            StandardCharsets.UTF_8,
            Layout.COMPACT,
            Transfer.LENGTH,
            0);

    /** This answer with what is different about another. */
    Answer changed(AnswerSpec by) {
        return new Answer(
                by.status() == null ? status : by.status(),
                edited(by.json() == null ? json : by.json(), by),
                by.text() == null ? text : by.text(),
                joined(replace, by.replace()),
                joined(headers, by.headers()),
                Objects.requireNonNullElse(by.charset(), charset),
                Objects.requireNonNullElse(by.layout(), layout),
                Objects.requireNonNullElse(by.transfer(), transfer),
                by.afterMilliseconds() == null ? afterMilliseconds : by.afterMilliseconds());
    }

    byte[] body(Placeholders placeholders) {
        String body = text != null ? text : json == null ? "" : layout.write(json);
        for (Map.Entry<String, String> replacement : replace.entrySet()) {
            if (!body.contains(replacement.getKey())) {
                throw new IllegalStateException("nothing to replace: " + replacement.getKey() + " in " + body);
            }
            body = body.replace(replacement.getKey(), replacement.getValue());
        }
        return placeholders.fill(body).getBytes(charset);
    }

    private static @Nullable JsonNode edited(@Nullable JsonNode json, AnswerSpec by) {
        if (json == null || (by.set() == null && by.remove() == null)) {
            return json;
        }
        JsonNode edited = json.deepCopy();
        for (String pointer : Objects.requireNonNullElse(by.remove(), List.<String>of())) {
            JsonPointer place = JsonPointer.compile(pointer);
            if (parent(edited, place).remove(place.last().getMatchingProperty()) == null) {
                throw new IllegalStateException("nothing to remove at " + pointer);
            }
        }
        Objects.requireNonNullElse(by.set(), Map.<String, JsonNode>of()).forEach((pointer, value) -> {
            JsonPointer place = JsonPointer.compile(pointer);
            parent(edited, place).set(place.last().getMatchingProperty(), value);
        });
        return edited;
    }

    private static ObjectNode parent(JsonNode json, JsonPointer place) {
        return (ObjectNode) json.at(place.head());
    }

    private static <V extends @Nullable Object> Map<String, V> joined(
            Map<String, V> left, @Nullable Map<String, V> right) {
        if (right == null) {
            return left;
        }
        Map<String, V> joined = new LinkedHashMap<>(left);
        joined.putAll(right);
        return joined;
    }
}
