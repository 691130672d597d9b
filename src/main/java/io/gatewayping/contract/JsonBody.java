package io.gatewayping.contract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body read as strictly as two different readers need it to agree on it: UTF-8, one JSON text of whole characters, no
 * member twice. Numbers are decimals. Depth, the number of tokens and the length of numbers are bounded by Jackson's read constraints.
 *
 * @param value what it holds, or null
 * @param problem why it cannot be read, or null
 */
public record JsonBody(@Nullable JsonNode value, @Nullable String problem) {

    /** The media type of every body. */
    public static final String MEDIA_TYPE = "application/json";

    private static final String TOO_MUCH =
            "more than is read of JSON, which is 500 levels, 10000 tokens, 1000 digits and exponents of ten";

    private static final Pattern NAMED = Pattern.compile("(?i)[ \\t]*" + Pattern.quote(MEDIA_TYPE)
            + "(?:[ \\t]*;(?:[ \\t]*[-!#$%&'*+.^_`|~0-9a-z]+="
            + "(?:[-!#$%&'*+.^_`|~0-9a-z]++|\"(?:[^\"\\\\]|\\\\.)*+\"))?)*+[ \\t]*");

    private static final long MOST_TOKENS = 10_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Whoever judges an answer reads it several times, and nobody else's in between. */
    private static final ThreadLocal<Read> LAST = new ThreadLocal<>();

    // Known by where they are.
    @SuppressWarnings("ArrayRecordComponent")
    private record Read(byte[] bytes, JsonBody body) {}

    /** Reads a body, which nobody changes any more. */
    public static JsonBody parse(byte[] bytes) {
        Read last = LAST.get();
        if (last == null || last.bytes() != bytes) {
            last = new Read(bytes, read(bytes));
            LAST.set(last);
        }
        return last.body();
    }

    private static JsonBody read(byte[] bytes) {
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
            JsonNode value = JSON.readTree(text);
            // As itself, UTF-8 has none.
            return text.contains("\\u") && hasHalfCharacter(value)
                    ? new JsonBody(null, HalfCharacter.WORDS)
                    : new JsonBody(value, null);
        } catch (JacksonException e) {
            return new JsonBody(null, problem(e));
        } catch (NumberFormatException e) {
            // Jackson's own for an exponent that no decimal has.
            return new JsonBody(null, TOO_MUCH);
        }
    }

    /** In a name, Jackson refuses it. */
    private static boolean hasHalfCharacter(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> HalfCharacter.isIn(value.asString());
            case OBJECT, ARRAY -> value.valueStream().anyMatch(JsonBody::hasHalfCharacter);
            default -> false;
        };
    }

    private static String problem(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return TOO_MUCH;
        }
        String message = String.valueOf(e.getOriginalMessage());
        if (message.contains("surrogate")) {
            return HalfCharacter.WORDS;
        }
        return message.startsWith("Duplicate") ? "a member is named twice" : "not JSON";
    }

    /** Whether a Content-Type is that of JSON, whatever its case and its parameters, as long as that is what they are. */
    public static boolean isNamedBy(String contentType) {
        return NAMED.matcher(contentType).matches();
    }
}
