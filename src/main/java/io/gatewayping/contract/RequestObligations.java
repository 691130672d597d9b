package io.gatewayping.contract;

import io.gatewayping.contract.BodySchema.Refusal;
import io.gatewayping.contract.Document.Located;
import io.gatewayping.exchange.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What binds a request of one operation. It binds the consumer, so that no provider is judged by it.
 *
 * @param parameters with their schemas, those of the path first
 * @param body the schema of the body, or null when the operation takes none
 * @param members the names of the members that the body may have, as far as its schema names them
 * @param example of the body, the first of them, or null when there is none
 */
public record RequestObligations(
        Map<Parameter, TextSchema> parameters,
        @Nullable BodySchema body,
        Set<String> members,
        @Nullable JsonNode example) {

    static RequestObligations read(Document document, BodySchema.Registry registry, Operation operation) {
        Map<Parameter, TextSchema> parameters = new LinkedHashMap<>();
        operation.parameters().forEach(it -> parameters.put(it, schema(document, registry, it)));
        Located json = document.resolve(operation.place().child("requestBody"))
                .child("content")
                .child(JsonBody.MEDIA_TYPE);
        if (json.isMissing()) {
            return new RequestObligations(parameters, null, Set.of(), null);
        }
        Located schema = document.resolve(json.child("schema"));
        BodySchema body = schema(document, registry, schema, "the body");
        Set<String> members = document.parts(schema)
                .flatMap(part -> part.child("properties").members().stream())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        List<Located> examples = new ArrayList<>(List.of(json.child("example")));
        json.child("examples")
                .members()
                .forEach(example ->
                        examples.add(document.resolve(example.getValue()).child("value")));
        examples.removeIf(Located::isMissing);
        examples.forEach(example -> checkExample(document, example, body.judge(example.node(), new HashMap<>())));
        return new RequestObligations(
                parameters,
                body,
                members,
                examples.isEmpty() ? null : examples.get(0).node());
    }

    /** The schema of a parameter, which takes the example. */
    private static TextSchema schema(Document document, BodySchema.Registry registry, Parameter parameter) {
        Located place = document.resolve(parameter.place().child("schema"));
        TextSchema schema =
                TextSchema.at(document, place, schema(document, registry, place, "the parameter " + parameter.name()));
        Located example = parameter.place().child("example");
        if (!example.isMissing()) {
            checkExample(document, example, schema.judge(parameter.example(), new HashMap<>()));
        }
        return schema;
    }

    private static BodySchema schema(Document document, BodySchema.Registry registry, Located place, String whole) {
        SchemaClauses clauses = new SchemaClauses(document, true);
        clauses.add(place, Basis.DOCUMENTED, whole);
        return registry.at(place.pointer(), clauses.byKeyword());
    }

    private static void checkExample(Document document, Located example, List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw document.invalidExample(example.pointer(), refusals.get(0));
        }
    }

    /** The path parameters that their schemas refuse. */
    public List<Refusal> refusals(Key key) {
        List<Refusal> refusals = new ArrayList<>();
        parameters.forEach((parameter, schema) -> {
            if (parameter.isIn("path")) {
                refusals.addAll(schema.judge(key.value(parameter.name()), new HashMap<>()));
            }
        });
        return refusals;
    }

    /** The parameters that stand in the query, or in headers, with their schemas. */
    public Stream<Map.Entry<Parameter, TextSchema>> parametersIn(String where) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().isIn(where));
    }
}
