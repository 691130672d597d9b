package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Finds the clauses in a schema: one for each keyword that can refuse a value, and for {@code required} one for each
 * member. Which keywords there may be, {@link Grammar} says.
 */
final class SchemaClauses {

    /** The types of values that a keyword can refuse; no other value is judged by it. */
    private static final Map<String, List<String>> JUDGES = Map.ofEntries(
            Map.entry("pattern", List.of("string")),
            Map.entry("format", List.of("string")),
            Map.entry("minLength", List.of("string")),
            Map.entry("maxLength", List.of("string")),
            Map.entry("minimum", List.of("number", "integer")),
            Map.entry("maximum", List.of("number", "integer")),
            Map.entry("required", List.of("object")),
            Map.entry("properties", List.of("object")),
            Map.entry("items", List.of("array")),
            Map.entry("minItems", List.of("array")),
            Map.entry("maxItems", List.of("array")));

    private static final Set<String> ASSERTIONS = Set.of(
            "type",
            "enum",
            "const",
            "pattern",
            "format",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems");

    private final Document document;
    private final boolean supporting;
    private final Clause.Kind kind;
    private final UnaryOperator<String> id;
    private final Map<String, Clause> byKeyword = new LinkedHashMap<>();

    /** Of bodies. */
    SchemaClauses(Document document, boolean supporting) {
        this(document, supporting, Clause.Kind.SCHEMA, UnaryOperator.identity());
    }

    private SchemaClauses(Document document, boolean supporting, Clause.Kind kind, UnaryOperator<String> id) {
        this.document = document;
        this.supporting = supporting;
        this.kind = kind;
        this.id = id;
    }

    /**
     * Of a header, which are named by it.
     *
     * @param pointer where the header stands
     * @param clause the id that its clauses begin with
     */
    static SchemaClauses ofHeader(Document document, boolean supporting, String pointer, String clause) {
        return new SchemaClauses(
                document,
                supporting,
                Clause.Kind.HEADER,
                keyword -> keyword.startsWith(pointer + "/") ? clause + keyword.substring(pointer.length()) : keyword);
    }

    /**
     * The clauses found, by where their keyword stands; a required member by the pointer of {@code required} and its name.
     */
    Map<String, Clause> byKeyword() {
        return byKeyword;
    }

    /**
     * What a clause speaks of.
     *
     * @param whole what the schema judges
     * @param path the member of it, empty for the whole
     * @param condition when the clause is one, empty for always
     */
    private record Subject(String whole, String path, String condition) {

        Subject member(String name) {
            return new Subject(whole, path.isEmpty() ? name : path + "." + name, condition);
        }

        Subject item() {
            return new Subject(whole, path + "[]", condition);
        }

        Subject when(String another) {
            return new Subject(whole, path, condition + ", when " + another + ",");
        }

        String words() {
            return (path.isEmpty() ? whole : path) + condition;
        }
    }

    /**
     * Adds the clauses of a schema and of all that it refers to.
     *
     * @param whole what it judges, in words
     */
    void add(Located schema, Basis inherited, String whole) {
        add(schema, inherited, new Subject(whole, "", ""));
    }

    private void add(Located schema, Basis inherited, Subject subject) {
        Basis basis = basis(document, schema, inherited);
        checkTypes(document.parts(schema).toList());
        for (Map.Entry<String, Located> keyword : schema.members()) {
            Located value = keyword.getValue();
            String name = keyword.getKey();
            if (ASSERTIONS.contains(name) && !isVoid(name, value)) {
                put(value.pointer(), value, basis, subject.words() + " " + demand(name, value.node()));
            }
            switch (name) {
                case "required" -> required(schema, basis, subject);
                case "properties" ->
                    value.members().forEach(member -> add(member.getValue(), basis, subject.member(member.getKey())));
                case "items" -> add(value, basis, subject.item());
                case "then" -> add(value, basis, subject.when(condition(schema.child("if"))));
                case "else" -> add(value, basis, subject);
                case "allOf" -> value.items().forEach(item -> add(item, basis, subject));
                case "$ref" -> add(document.target(schema), basis, subject);
                default -> {}
            }
        }
    }

    /** A keyword that judges no value of a type that is demanded beside it would be lost in silence. */
    private void checkTypes(List<Located> parts) {
        for (Located type : parts.stream().map(part -> part.child("type")).toList()) {
            List<String> types = type.words();
            for (Map.Entry<String, Located> keyword :
                    parts.stream().flatMap(part -> part.members().stream()).toList()) {
                List<String> judged = JUDGES.getOrDefault(keyword.getKey(), types);
                if (!types.isEmpty() && Collections.disjoint(types, judged)) {
                    throw document.invalid(
                            keyword.getValue().pointer(),
                            "no value of type " + String.join(", ", types) + " is judged by it");
                }
            }
        }
    }

    /** What refuses nothing: a bound of nought, and in a header that it is text. */
    private boolean isVoid(String keyword, Located value) {
        boolean isLength = keyword.equals("minLength") || keyword.equals("minItems");
        boolean isText = kind == Clause.Kind.HEADER && keyword.equals("type");
        return (isLength && value.node().asInt(1) == 0)
                || (isText
                        && (value.text().equals("string")
                                || value.items().stream()
                                        .anyMatch(it -> it.text().equals("string"))));
    }

    private void required(Located schema, Basis basis, Subject subject) {
        Located names = schema.child("required");
        Located otherwise = schema.child("x-basis-of-required");
        for (Located name : names.items()) {
            Located own = otherwise.child(name.text());
            put(
                    names.pointer() + Document.segment(name.text()),
                    name,
                    own.isMissing() ? basis : basis(document, own),
                    subject.member(name.text()).words() + " is there");
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
                keyword, new Clause(id(id.apply(keyword)), place.pointer(), basis, text, kind, supporting));
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

    private static String condition(Located schema) {
        List<String> conditions = new ArrayList<>();
        schema.child("required").items().stream()
                .map(Located::text)
                .filter(name -> schema.child("properties").child(name).isMissing())
                .forEach(name -> conditions.add(name + " is there"));
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
            case "maxLength" -> "has at most " + value.asString() + " character(s)";
            case "minItems" -> "has at least " + value.asString() + " item(s)";
            default -> "has at most " + value.asString() + " item(s)";
        };
    }

    private static String list(JsonNode values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(value.asString()));
        return String.join(", ", words);
    }
}
