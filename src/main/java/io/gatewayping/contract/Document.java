package io.gatewayping.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document as a tree in which every node knows its place. */
public final class Document {

    private static final Set<String> REFERENCE = Set.of("$ref", "summary", "description");

    private final Source source;
    private final JsonNode root;

    Document(String file, String text, JsonNode root) {
        source = new Source(file, root.path("info").path("version").asString(""), text);
        this.root = root;
    }

    String text() {
        return source.text();
    }

    Source source() {
        return source;
    }

    Located root() {
        return new Located("", root);
    }

    /** What stands at a pointer; a missing node when nothing does. */
    public Located at(String pointer) {
        return new Located(pointer, root.at(pointer));
    }

    /** Where a reference leads, or the node itself when it is none, or when more than words stand beside the reference. */
    Located resolve(Located located) {
        boolean reference = located.node().path("$ref").isString();
        return reference && located.members().stream().allMatch(member -> REFERENCE.contains(member.getKey()))
                ? resolve(target(located))
                : located;
    }

    /** Where the reference that stands at a place leads. */
    Located target(Located located) {
        return at(located.child("$ref").text().replaceFirst("^#", ""));
    }

    /** A schema and all that it includes, by reference and by {@code allOf}. */
    Stream<Located> parts(Located schema) {
        Stream<Located> included = schema.child("allOf").items().stream().flatMap(this::parts);
        return Stream.concat(
                Stream.of(schema),
                schema.child("$ref").isMissing() ? included : Stream.concat(parts(target(schema)), included));
    }

    /** Whatever is called by a name, wherever it stands. */
    Stream<Located> everywhere(String name) {
        return everywhere(root(), name);
    }

    private static Stream<Located> everywhere(Located node, String name) {
        // Places are told of what is there alone: few nodes hold such a name.
        if (node.node().findValue(name) == null) {
            return Stream.empty();
        }
        Stream<Located> below = Stream.concat(node.members().stream().map(Map.Entry::getValue), node.items().stream())
                .flatMap(child -> everywhere(child, name));
        return node.child(name).isMissing() ? below : Stream.concat(Stream.of(node.child(name)), below);
    }

    InvalidContract invalidExample(String pointer, BodySchema.Refusal refusal) {
        return invalid(
                pointer,
                "the example breaks " + refusal.clause() + ": expected " + refusal.expected() + ", actual "
                        + refusal.actual());
    }

    InvalidContract invalid(String pointer, String reason) {
        return new InvalidContract(source.file(), pointer.isEmpty() ? "/" : pointer, reason);
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
            return new Located(pointer + segment(name), node.path(name));
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
            for (int index = 0; node.isArray() && index < node.size(); index++) {
                items.add(child(index));
            }
            return items;
        }

        /** Its text, or those of its items. */
        List<String> words() {
            return node.isArray()
                    ? items().stream().map(Located::text).toList()
                    : isMissing() ? List.of() : List.of(text());
        }

        /** Its text, empty when it is none. */
        public String text() {
            return node.asString("");
        }
    }

    /** A name as one more segment of a JSON Pointer. */
    public static String segment(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
