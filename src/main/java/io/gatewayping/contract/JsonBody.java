package io.gatewayping.contract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body read as strictly as two different readers need it to agree on it: UTF-8, one JSON text, no member twice. Depth
 * and the length of numbers are bounded by Jackson's read constraints.
 *
 * @param value what it holds, or null
 * @param problem why it cannot be read, or null
 */
public record JsonBody(@Nullable JsonNode value, @Nullable String problem) {

    /** The media type of every body. */
    public static final String MEDIA_TYPE = "application/json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads a body. */
    public static JsonBody parse(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new JsonBody(null, "not UTF-8");
        }
        if (text.isBlank()) {
            return new JsonBody(null, "no body");
        }
        try {
            return new JsonBody(JSON.readTree(text), null);
        } catch (JacksonException e) {
            return new JsonBody(null, problem(e));
        }
    }

    private static String problem(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "more than is read of JSON, which is 500 levels and 1000 digits";
        }
        return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate") ? "a member is named twice" : "not JSON";
    }

    /** Whether a Content-Type is that of JSON, whatever its parameters and its case. */
    public static boolean isNamedBy(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(MEDIA_TYPE);
    }
}
