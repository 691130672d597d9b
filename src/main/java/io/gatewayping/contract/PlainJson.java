package io.gatewayping.contract;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads a text that is JSON, as which an OpenAPI document may be written. Most of it is YAML as well, but not tabs, nor what
 * else stands in JSON as itself.
 */
final class PlainJson {

    private static final String MORE_THAN_IS_READ = "more than is read of JSON, which is 500 levels and 1000 digits";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String file;
    private final String text;

    private PlainJson(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * What a text holds, or nothing where it is no JSON.
     *
     * @param file its name, which tells what it is meant to be
     * @throws InvalidContract when readers of JSON read different things in it
     */
    static Optional<JsonNode> read(String file, String text) {
        return text.stripLeading().startsWith("{") || file.endsWith(".json")
                ? new PlainJson(file, text).read()
                : Optional.empty();
    }

    /** What knows where in a contract each of its tokens stands. */
    static ObjectMapper reader(String text) {
        return read("", text).isPresent() ? JSON : YAMLMapper.shared();
    }

    private Optional<JsonNode> read() {
        JsonPointer place = JsonPointer.empty();
        String line = "/";
        try (JsonParser parser = JSON.createParser(text)) {
            try {
                while (parser.nextToken() != null) {
                    check(parser);
                }
            } finally {
                place = parser.streamReadContext().pathAsPointer();
                line = "line " + parser.currentLocation().getLineNr();
            }
            return Optional.of(JSON.readTree(text));
        } catch (StreamConstraintsException e) {
            throw new InvalidContract(file, line, MORE_THAN_IS_READ);
        } catch (JacksonException e) {
            String message = String.valueOf(e.getOriginalMessage());
            if (message.startsWith("Duplicate")) {
                throw new InvalidContract(file, place.toString(), "it is named twice");
            }
            if (file.endsWith(".json")) {
                // Behind that, the library speaks of itself.
                throw new InvalidContract(file, line, "no JSON: " + message.split(" \\(start marker", 2)[0]);
            }
            return Optional.empty();
        }
    }

    private void check(JsonParser parser) {
        if (parser.currentToken().isNumeric() && PlainYaml.isTooLong(parser.getString())) {
            throw invalid(parser, MORE_THAN_IS_READ);
        }
        if (parser.currentToken() == JsonToken.VALUE_STRING && HalfCharacter.isIn(parser.getString())) {
            throw invalid(parser, HalfCharacter.WORDS);
        }
    }

    private InvalidContract invalid(JsonParser parser, String reason) {
        return new InvalidContract(
                file, parser.streamReadContext().pathAsPointer().toString(), reason);
    }
}
