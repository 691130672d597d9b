package io.gatewayping.contract;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document as a tree in which every node knows its place. */
public final class Document {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String file;
    private final String text;
    private final JsonNode root;

    private Document(String file, String text, JsonNode root) {
        this.file = file;
        this.text = text;
        this.root = root;
    }

    /**
     * Reads a document.
     *
     * @param file its name, for messages
     * @throws InvalidContract when it is no YAML or no valid OpenAPI 3.1
     */
    static Document read(String file, String text) {
        JsonNode root;
        try {
            root = YAML.readTree(text);
        } catch (JacksonException e) {
            String place =
                    e.getLocation() == null ? "/" : "line " + e.getLocation().getLineNr();
            throw new InvalidContract(file, place, e.getOriginalMessage());
        }
        if (!root.path("openapi").asString("").startsWith("3.1.")) {
            throw new InvalidContract(file, "/openapi", "not an OpenAPI 3.1 document");
        }
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(text, null, null);
        if (parsed.getMessages() != null && !parsed.getMessages().isEmpty()) {
            throw new InvalidContract(file, "/", "not valid OpenAPI: " + String.join("; ", parsed.getMessages()));
        }
        return new Document(file, text, root);
    }

    String text() {
        return text;
    }

    Located root() {
        return new Located("", root);
    }

    /** What stands at a pointer; a missing node when nothing does. */
    public Located at(String pointer) {
        return new Located(pointer, root.at(pointer));
    }

    /** Where a reference leads, or the node itself when it is none. */
    Located resolve(Located located) {
        JsonNode reference = located.node().path("$ref");
        if (!reference.isString()) {
            return located;
        }
        Located target = at(reference.asString().replaceFirst("^#", ""));
        if (!reference.asString().startsWith("#/") || target.isMissing()) {
            throw invalid(located.pointer() + "/$ref", "leads nowhere: " + reference.asString());
        }
        return resolve(target);
    }

    InvalidContract invalid(String pointer, String reason) {
        return new InvalidContract(file, pointer.isEmpty() ? "/" : pointer, reason);
    }

    /**
     * A node and its place.
     *
     * @param pointer a JSON Pointer from the root of the document
     */
    public record Located(String pointer, JsonNode node) {

        /** Whether nothing stands there. */
        public boolean isMissing() {
            return node.isMissingNode();
        }

        /** The child of this name. */
        public Located child(String name) {
            return new Located(pointer + "/" + escaped(name), node.path(name));
        }

        /** The child at this index. */
        public Located child(int index) {
            return new Located(pointer + "/" + index, node.path(index));
        }

        /** The children by name. */
        public List<Map.Entry<String, Located>> members() {
            List<Map.Entry<String, Located>> members = new ArrayList<>();
            node.properties().forEach(member -> members.add(Map.entry(member.getKey(), child(member.getKey()))));
            return members;
        }

        /** The children of an array. */
        public List<Located> items() {
            List<Located> items = new ArrayList<>();
            for (int index = 0; index < node.size(); index++) {
                items.add(child(index));
            }
            return items;
        }

        /** Its text, empty when it is none. */
        public String text() {
            return node.asString("");
        }

        private static String escaped(String name) {
            return name.replace("~", "~0").replace("/", "~1");
        }
    }
}
