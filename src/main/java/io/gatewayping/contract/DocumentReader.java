package io.gatewayping.contract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.util.TokenBuffer;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads an OpenAPI document: bounded, one YAML text in UTF-8 without aliases, which holds what is read and no more. */
final class DocumentReader {

    /** How long a document may be. */
    static final int MOST_BYTES = 1 << 20;

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String file;

    private DocumentReader(String file) {
        this.file = file;
    }

    /**
     * Reads a document.
     *
     * @param file its name, for messages
     * @param edit of its text, before it is read
     * @throws InvalidContract when it cannot be read, or holds what nobody would read
     */
    static Document read(String file, byte[] bytes, UnaryOperator<String> edit) {
        return new DocumentReader(file).read(bytes, edit);
    }

    private Document read(byte[] bytes, UnaryOperator<String> edit) {
        if (bytes.length > MOST_BYTES) {
            throw invalid("/", "longer than the 1 MiB that is read of a contract");
        }
        String text = edit.apply(text(bytes));
        JsonNode root = tree(text);
        if (!root.isObject()) {
            throw invalid("/", "no OpenAPI document: it holds no members");
        }
        if (!root.path("openapi").asString("").startsWith("3.1.")) {
            throw invalid("/openapi", "not an OpenAPI 3.1 document");
        }
        Document document = new Document(file, text, root);
        if (!ProvenText.is(text)) {
            Grammar.check(document);
            References.check(document);
        }
        return document;
    }

    private String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw invalid("/", "not UTF-8");
        }
    }

    private JsonNode tree(String text) {
        TokenBuffer tokens = new TokenBuffer(ObjectWriteContext.empty(), false);
        try (JsonParser parser = YAML.createParser(text)) {
            while (parser.nextToken() != null) {
                // An alias would be read as its own name, and so would what it stands for be lost.
                if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                    throw invalid(
                            line(parser.currentTokenLocation().getLineNr()), "aliases are not read; write it out");
                }
                tokens.copyCurrentEvent(parser);
            }
            JsonNode root = YAML.readTree(tokens.asParser());
            return root == null ? YAML.nullNode() : root;
        } catch (StreamConstraintsException e) {
            throw invalid("/", "more than is read of YAML, which is 500 levels and 1000 digits");
        } catch (JacksonException e) {
            throw invalid(
                    e.getLocation() == null ? "/" : line(e.getLocation().getLineNr()),
                    String.valueOf(e.getOriginalMessage()));
        } catch (NumberFormatException e) {
            throw invalid("/", "a number that JSON does not have: " + e.getMessage());
        }
    }

    private static String line(int number) {
        return "line " + number;
    }

    private InvalidContract invalid(String place, String reason) {
        return new InvalidContract(file, place, reason);
    }
}
