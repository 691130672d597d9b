package io.gatewayping.contract;

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

/**
 * What binds a request of one operation. It binds the consumer, so that no provider is judged by it.
 *
 * @param parameters the schema of each path parameter, by its name
 * @param query the names of the query parameters
 * @param body the schema of the body, or null when the operation takes none
 */
public record RequestObligations(Map<String, TextSchema> parameters, Set<String> query, @Nullable BodySchema body) {

    static RequestObligations read(Document document, BodySchema.Registry registry, Operation operation) {
        Map<String, TextSchema> parameters = new LinkedHashMap<>();
        List<Located> declared = operation.place().child("parameters").items().stream()
                .map(document::resolve)
                .toList();
        for (Located parameter : declared) {
            TextSchema schema = parameterSchema(document, registry, parameter);
            if (parameter.child("in").text().equals("path")) {
                parameters.put(parameter.child("name").text(), schema);
            }
        }
        Set<String> query = declared.stream()
                .filter(parameter -> parameter.child("in").text().equals("query"))
                .map(parameter -> parameter.child("name").text())
                .collect(Collectors.toSet());
        Located body = document.resolve(operation.place().child("requestBody"))
                .child("content")
                .child(JsonBody.MEDIA_TYPE)
                .child("schema");
        return new RequestObligations(
                parameters,
                query,
                body.isMissing() ? null : schema(document, registry, document.resolve(body), "the body"));
    }

    /** The schema of a parameter, which takes the example. */
    private static TextSchema parameterSchema(Document document, BodySchema.Registry registry, Located parameter) {
        Located place = document.resolve(parameter.child("schema"));
        TextSchema schema = TextSchema.at(
                document,
                place,
                schema(
                        document,
                        registry,
                        place,
                        "the parameter " + parameter.child("name").text()));
        Located example = parameter.child("example");
        Stream.of(example)
                .filter(it -> !it.isMissing())
                .flatMap(it -> schema.judge(it.node().asString(), new HashMap<>()).stream())
                .findFirst()
                .ifPresent(refusal -> {
                    throw document.invalidExample(example.pointer(), refusal);
                });
        return schema;
    }

    private static BodySchema schema(Document document, BodySchema.Registry registry, Located place, String whole) {
        SchemaClauses clauses = new SchemaClauses(document, true);
        clauses.add(place, Basis.DOCUMENTED, whole);
        return registry.at(place.pointer(), clauses.byKeyword());
    }

    /** The path parameters that their schemas refuse. */
    public List<BodySchema.Refusal> refusals(Key key) {
        List<BodySchema.Refusal> refusals = new ArrayList<>();
        parameters.forEach((name, schema) -> refusals.addAll(schema.judge(key.value(name), new HashMap<>())));
        return refusals;
    }
}
