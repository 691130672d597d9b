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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What binds a request of one operation. It binds the consumer, so that no provider is judged by it.
 *
 * @param parameters the schema of each path parameter, by its name
 * @param query the names of the query parameters
 * @param body the schema of the body, or null when the operation takes none
 */
public record RequestObligations(Map<String, BodySchema> parameters, Set<String> query, @Nullable BodySchema body) {

    static RequestObligations read(Document document, BodySchema.Registry registry, Operation operation) {
        Map<String, BodySchema> parameters = new LinkedHashMap<>();
        List<Located> declared = operation.place().child("parameters").items().stream()
                .map(document::resolve)
                .toList();
        for (Located parameter : declared) {
            if (parameter.child("in").text().equals("path")) {
                parameters.put(parameter.child("name").text(), schema(document, registry, parameter.child("schema")));
            }
        }
        Set<String> query = declared.stream()
                .filter(parameter -> parameter.child("in").text().equals("query"))
                .map(parameter -> parameter.child("name").text())
                .collect(Collectors.toSet());
        Located body = operation
                .place()
                .child("requestBody")
                .child("content")
                .child(JsonBody.MEDIA_TYPE)
                .child("schema");
        return new RequestObligations(
                parameters, query, body.isMissing() ? null : schema(document, registry, document.resolve(body)));
    }

    private static BodySchema schema(Document document, BodySchema.Registry registry, Located place) {
        SchemaClauses clauses = new SchemaClauses(document, true);
        clauses.add(place, Basis.DOCUMENTED);
        return registry.at(place.pointer(), clauses.byKeyword());
    }

    /** The path parameters that their schemas refuse. */
    public List<BodySchema.Refusal> refusals(Key key) {
        List<BodySchema.Refusal> refusals = new ArrayList<>();
        parameters.forEach((name, schema) -> {
            refusals.addAll(schema.judge(JsonNodeFactory.instance.stringNode(key.value(name)), new HashMap<>()));
        });
        return refusals;
    }
}
