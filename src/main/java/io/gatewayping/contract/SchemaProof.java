package io.gatewayping.contract;

import io.gatewayping.contract.BodySchema.Refusal;
import io.gatewayping.contract.Document.Located;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Holds the schemas of a document to themselves: what one names as a value, an example or a default, it takes; there is a
 * value that keeps its bounds; and what it says on a condition may be met.
 */
final class SchemaProof {

    /** What holds data, in which nothing is a schema. */
    private static final Set<String> DATA =
            Set.of("example", "examples", "default", "enum", "const", "breaks", "value");

    private static final Set<String> NAMED = Set.of("headers", "responses", "parameters", "requestBodies", "paths");

    /** Beside a condition, all that a value may be held to as well. */
    private static final List<String> ON_CONDITION = List.of("then", "else");

    private final Document document;
    private final BodySchema.Registry registry;
    private final Map<String, BodySchema> judges = new HashMap<>();

    private SchemaProof(Document document) {
        this.document = document;
        this.registry = new BodySchema.Registry(document);
    }

    /** Throws {@link InvalidContract} for the first schema that contradicts itself. */
    static void check(Document document) {
        SchemaProof proof = new SchemaProof(document);
        proof.find(document.root().child("paths"), true);
        proof.find(document.root().child("components"), false);
    }

    private void find(Located place, boolean named) {
        place.items().forEach(item -> find(item, false));
        for (Map.Entry<String, Located> member : place.members()) {
            String name = member.getKey();
            if (named) {
                find(member.getValue(), false);
            } else if (name.equals("schemas")) {
                member.getValue().members().forEach(schema -> check(schema.getValue(), List.of(), true));
            } else if (name.equals("schema")) {
                check(member.getValue(), List.of(), true);
            } else if (!DATA.contains(name)) {
                find(member.getValue(), NAMED.contains(name));
            }
        }
    }

    /**
     * Holds a schema, and those within it, to itself.
     *
     * @param around those that judge the same value
     * @param narrows whether it says more than they do, so that they take each value that it names
     */
    private void check(Located schema, List<Located> around, boolean narrows) {
        List<Located> parts = document.parts(schema).toList();
        Map<String, Located> distinct = new LinkedHashMap<>();
        Stream.concat(around.stream(), parts.stream()).forEach(part -> distinct.putIfAbsent(part.pointer(), part));
        List<Located> all = List.copyOf(distinct.values());
        // Null where nothing else may be null: it is said that the member is absent.
        boolean isAbsent = !around.isEmpty() && schema.child("type").words().equals(List.of("null"));
        checkTypes(schema, isAbsent ? parts : all);
        checkBounds(schema, all);
        TextBounds.check(document, schema, all);
        checkValues(schema, narrows ? around : List.of());
        checkNamed(schema, isAbsent ? parts : all);
        checkCondition(schema.child("if"), all);
        schema.child("properties")
                .members()
                .forEach(member -> check(
                        member.getValue(),
                        below(schema, all, part -> part.child("properties").child(member.getKey())),
                        narrows));
        schema.child("allOf").items().forEach(part -> check(part, all, false));
        ON_CONDITION.stream()
                .map(schema::child)
                .filter(branch -> !branch.isMissing())
                .forEach(branch -> check(branch, all, narrows));
        if (!schema.child("items").isMissing()) {
            check(schema.child("items"), below(schema, all, part -> part.child("items")), narrows);
        }
    }

    /** What else is said of a member or of an item, with all that this includes. */
    private List<Located> below(Located schema, List<Located> all, UnaryOperator<Located> step) {
        return all.stream()
                .filter(part -> !part.pointer().equals(schema.pointer()))
                .map(step)
                .filter(it -> !it.isMissing())
                .flatMap(document::parts)
                .toList();
    }

    private void checkTypes(Located schema, List<Located> parts) {
        List<Located> types = parts.stream()
                .map(part -> part.child("type"))
                .filter(type -> !type.isMissing())
                .toList();
        Set<String> one = Set.of("object", "array", "string", "number", "integer", "boolean", "null");
        if (one.stream().noneMatch(it -> types.stream().allMatch(type -> allows(type, it)))) {
            throw document.invalid(
                    schema.pointer(),
                    "no value is of type "
                            + String.join(
                                    " and of type ",
                                    types.stream()
                                            .map(type -> String.join(" or ", type.words()))
                                            .toList()));
        }
    }

    private static boolean allows(Located type, String one) {
        return type.words().contains(one)
                || (one.equals("integer") && type.words().contains("number"));
    }

    private void checkBounds(Located schema, List<Located> parts) {
        checkBounds(schema, parts, "minimum", "maximum");
        checkBounds(schema, parts, "minLength", "maxLength");
        checkBounds(schema, parts, "minItems", "maxItems");
    }

    private void checkBounds(Located schema, List<Located> parts, String least, String most) {
        BigDecimal lower = bounds(parts, least).max(BigDecimal::compareTo).orElse(null);
        BigDecimal upper = bounds(parts, most).min(BigDecimal::compareTo).orElse(null);
        if (lower == null || upper == null) {
            return;
        }
        List<Located> types = parts.stream().map(part -> part.child("type")).toList();
        boolean isWhole = types.stream().anyMatch(type -> type.words().equals(List.of("integer")));
        BigDecimal first = isWhole ? lower.setScale(0, RoundingMode.CEILING) : lower;
        if (first.compareTo(upper) > 0) {
            throw document.invalid(
                    schema.pointer(), "nothing has the " + least + " " + lower + " and the " + most + " " + upper);
        }
    }

    private static Stream<BigDecimal> bounds(List<Located> parts, String keyword) {
        return parts.stream()
                .map(part -> part.child(keyword).node())
                .filter(bound -> bound.isNumber())
                .map(bound -> bound.decimalValue());
    }

    private void checkValues(Located schema, List<Located> wider) {
        Map<Located, String> values = new LinkedHashMap<>();
        schema.child("enum").items().forEach(value -> values.put(value, "the value"));
        values.put(schema.child("const"), "the value");
        values.put(schema.child("default"), "the default");
        values.put(schema.child("example"), "the example");
        schema.child("examples").items().forEach(value -> values.put(value, "the example"));
        values.forEach((value, words) -> Stream.concat(Stream.of(schema), wider.stream())
                .flatMap(judging -> refusals(judging, value).stream())
                .findFirst()
                .ifPresent(refusal -> {
                    throw document.invalid(
                            value.pointer(),
                            words + " breaks " + refusal.clause() + ": expected " + refusal.expected() + ", actual "
                                    + refusal.actual());
                }));
    }

    /** Of the values that are named here, or where else the same is judged, one at least is taken everywhere. */
    private void checkNamed(Located schema, List<Located> all) {
        for (Located part : all) {
            List<Located> named = new ArrayList<>(part.child("enum").items());
            named.add(part.child("const"));
            named.removeIf(Located::isMissing);
            if (!named.isEmpty()
                    && named.stream().noneMatch(value -> all.stream()
                            .allMatch(it -> refusals(it, value).isEmpty()))) {
                throw document.invalid(
                        schema.pointer(),
                        "none of the values at " + named.get(0).pointer() + " keeps all else that is said of it");
            }
        }
    }

    private List<Refusal> refusals(Located schema, Located value) {
        if (value.isMissing()) {
            return List.of();
        }
        return judges.computeIfAbsent(schema.pointer(), this::judge).judge(value.node(), new HashMap<>());
    }

    private BodySchema judge(String schema) {
        SchemaClauses clauses = new SchemaClauses(document, true);
        clauses.add(document.at(schema), Basis.DOCUMENTED, "the value");
        return registry.at(schema, clauses.byKeyword());
    }

    /** A condition on a value that is never there is never met. */
    private void checkCondition(Located condition, List<Located> parts) {
        for (Map.Entry<String, Located> member : condition.child("properties").members()) {
            List<Located> declared = parts.stream()
                    .map(part -> part.child("properties").child(member.getKey()))
                    .filter(it -> !it.isMissing())
                    .toList();
            List<Located> values =
                    new ArrayList<>(member.getValue().child("enum").items());
            values.add(member.getValue().child("const"));
            values.stream()
                    .filter(value -> declared.stream()
                            .anyMatch(it -> !refusals(it, value).isEmpty()))
                    .findFirst()
                    .ifPresent(value -> {
                        throw document.invalid(
                                value.pointer(), "the member " + member.getKey() + " never has this value");
                    });
        }
    }
}
