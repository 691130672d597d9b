package io.gatewayping.contract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads an OpenAPI document: bounded, one plain text of YAML or JSON in UTF-8, which holds what is read and no more. */
final class DocumentReader {

    /** How long a document may be. */
    static final int MOST_BYTES = 1 << 20;

    private static final YAMLMapper YAML = YAMLMapper.builder()
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
        boolean isProven = ProvenText.is(text);
        JsonNode root = PlainJson.read(file, text).orElseGet(() -> yaml(text, isProven));
        if (!root.isObject()) {
            throw invalid("/", "no OpenAPI document: it holds no members");
        }
        if (!root.path("openapi").asString("").startsWith("3.1.")) {
            throw invalid("/openapi", "not an OpenAPI 3.1 document");
        }
        Document document = new Document(file, text, root);
        if (!isProven) {
            Grammar.check(document);
            References.check(document);
            SchemaProof.check(document);
        }
        return document;
    }

    private JsonNode yaml(String text, boolean isProven) {
        if (!isProven) {
            PlainYaml.check(file, text);
        }
        return YAML.readTree(text);
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

    private InvalidContract invalid(String place, String reason) {
        return new InvalidContract(file, place, reason);
    }
}
