package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Finds the clauses in a schema: one for each keyword that can refuse a body, and for {@code required} one for each
 * member. A keyword that would be neither judged nor shown is refused, so that no obligation is lost in silence.
 */
final class SchemaClauses {

    private static final Set<String> ASSERTIONS =
            Set.of("type", "enum", "const", "pattern", "format", "minimum", "maximum", "minLength", "maxLength");
    private static final String BASIS_OF_REQUIRED = "x-basis-of-required";

    private static final Set<String> SILENT =
            Set.of("description", "title", "summary", "if", "x-rules", "x-basis", BASIS_OF_REQUIRED, "x-terminal");

    private final Document document;
    private final boolean supporting;
    private final Map<String, Clause> byKeyword = new LinkedHashMap<>();

    SchemaClauses(Document document, boolean supporting) {
        this.document = document;
        this.supporting = supporting;
    }

    /**
     * The clauses found, by where their keyword stands; a required member by the pointer of {@code required} and its name.
     */
    Map<String, Clause> byKeyword() {
        return byKeyword;
    }

    /** Adds the clauses of a schema and of all that it refers to. */
    void add(Located schema, Basis inherited) {
        add(schema, inherited, "the body");
    }

    private void add(Located schema, Basis inherited, String subject) {
        Basis basis = basis(document, schema, inherited);
        for (Map.Entry<String, Located> keyword : schema.members()) {
            Located value = keyword.getValue();
            String name = keyword.getKey();
            if (ASSERTIONS.contains(name)) {
                put(value.pointer(), value, basis, subject + " " + demand(name, value.node()));
            } else {
                switch (name) {
                    case "required" -> required(schema, basis, subject);
                    case "properties" ->
                        value.members()
                                .forEach(member -> add(member.getValue(), basis, member(subject, member.getKey())));
                    case "items" -> add(value, basis, item(subject));
                    case "then" -> add(value, basis, subject + ", when " + condition(schema.child("if")) + ",");
                    case "else" -> add(value, basis, subject);
                    case "allOf" -> value.items().forEach(item -> add(item, basis, subject));
                    case "$ref" -> add(document.resolve(schema), inherited, subject);
                    default -> {
                        if (!SILENT.contains(name)) {
                            throw document.invalid(value.pointer(), "no check judges the keyword " + name);
                        }
                    }
                }
            }
        }
    }

    private void required(Located schema, Basis basis, String subject) {
        Located names = schema.child("required");
        Located otherwise = schema.child(BASIS_OF_REQUIRED);
        for (Located name : names.items()) {
            Located own = otherwise.child(name.text());
            put(
                    names.pointer() + "/" + name.text(),
                    name,
                    own.isMissing() ? basis : basis(document, own),
                    member(subject, name.text()) + " is there");
        }
        otherwise.members().stream()
                .filter(own ->
                        names.items().stream().noneMatch(name -> name.text().equals(own.getKey())))
                .findFirst()
                .ifPresent(own -> {
                    throw document.invalid(own.getValue().pointer(), own.getKey() + " is not required here");
                });
    }

    private void put(String keyword, Located place, Basis basis, String text) {
        byKeyword.putIfAbsent(
                keyword, new Clause(id(keyword), place.pointer(), basis, text, Clause.Kind.SCHEMA, supporting));
    }

    /** The basis that a place names, or the one from above. */
    static Basis basis(Document document, Located place, Basis inherited) {
        String word = place.child("x-basis").text();
        if (word.isEmpty()) {
            return inherited;
        }
        return basis(document, place.child("x-basis"));
    }

    /** The basis that a node spells. */
    static Basis basis(Document document, Located word) {
        for (Basis basis : Basis.values()) {
            if (basis.word().equals(word.text())) {
                return basis;
            }
        }
        throw document.invalid(word.pointer(), "a basis is documented, derived or inferred, not '" + word.text() + "'");
    }

    private static String id(String pointer) {
        return pointer.replaceFirst("^/components/schemas/", "").replaceFirst("^/", "");
    }

    private static String member(String subject, String name) {
        if (subject.startsWith("the body")) {
            return subject.equals("the body") ? name : name + subject.substring("the body".length());
        }
        int condition = subject.indexOf(',');
        return condition < 0
                ? subject + "." + name
                : subject.substring(0, condition) + "." + name + subject.substring(condition);
    }

    private static String item(String subject) {
        int condition = subject.indexOf(',');
        return condition < 0 ? subject + "[]" : subject.substring(0, condition) + "[]" + subject.substring(condition);
    }

    private static String condition(Located schema) {
        List<String> conditions = new ArrayList<>();
        schema.child("properties").members().forEach(member -> {
            JsonNode node = member.getValue().node();
            conditions.add(member.getKey() + " is "
                    + (node.has("const") ? node.path("const").asString("") : "one of " + list(node.path("enum"))));
        });
        return String.join(" and ", conditions);
    }

    private static String demand(String keyword, JsonNode value) {
        return switch (keyword) {
            case "type" -> "is of type " + (value.isArray() ? list(value) : value.asString());
            case "enum" -> "is one of " + list(value);
            case "const" -> "is " + value.asString();
            case "pattern" -> "matches " + value.asString();
            case "format" ->
                "is a " + value.asString() + (value.asString().equals("date-time") ? " as RFC 3339 has it" : "");
            case "minimum" -> "is at least " + value.asString();
            case "maximum" -> "is at most " + value.asString();
            case "minLength" -> "has at least " + value.asString() + " character(s)";
            default -> "has at most " + value.asString() + " character(s)";
        };
    }

    private static String list(JsonNode values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(value.asString()));
        return String.join(", ", words);
    }
}
