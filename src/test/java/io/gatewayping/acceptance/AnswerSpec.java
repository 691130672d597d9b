package io.gatewayping.acceptance;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An answer, or what is different about one, as the YAML files write it. Every member may be absent.
 *
 * <p>In texts, {@code {taskId}} and its kin stand for what is known when the request is there: see {@link Placeholders}.
 *
 * @param like the answer that this one differs from, as the provider that keeps the contract gives it
 * @param status the HTTP status code
 * @param json the body
 * @param set values to set in the body, by JSON Pointer
 * @param remove members to take out of the body, by JSON Pointer
 * @param text the body as it is sent, whatever the JSON is
 * @param replace replacements in the body as it is sent
 * @param headers headers to send; one that is null is not sent
 * @param charset what the text is encoded in
 * @param layout how the JSON is written
 * @param transfer how the end of the body is told
 * @param afterMilliseconds how long the provider thinks before it answers
 */
record AnswerSpec(
        @Nullable String like,
        @Nullable Integer status,
        @Nullable JsonNode json,
        @Nullable Map<String, JsonNode> set,
        @Nullable List<String> remove,
        @Nullable String text,
        @Nullable Map<String, String> replace,
        @Nullable Map<String, @Nullable String> headers,
        @Nullable Charset charset,
        @Nullable Layout layout,
        @Nullable Transfer transfer,
        @Nullable Long afterMilliseconds) {

    /** What tells the name of each answer in a header. */
    static AnswerSpec naming(String header) {
        return new AnswerSpec(
                null, null, null, null, null, null, null, Map.of(header, "{answer}"), null, null, null, null);
    }

    /** The same in the answer of a name. */
    AnswerSpec in(String answer) {
        if (headers == null || !headers.containsValue("{answer}")) {
            return this;
        }
        Map<String, @Nullable String> named = new LinkedHashMap<>(headers);
        named.replaceAll((name, value) -> "{answer}".equals(value) ? answer : value);
        return new AnswerSpec(
                like, status, json, set, remove, text, replace, named, charset, layout, transfer, afterMilliseconds);
    }

    /** How the end of a body is told. */
    enum Transfer {
        LENGTH,
        CHUNKED
    }
}
