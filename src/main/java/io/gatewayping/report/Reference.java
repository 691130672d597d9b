package io.gatewayping.report;

import io.gatewayping.contract.Document;
import io.gatewayping.contract.Document.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contract as a reference page asks for it.
 *
 * @param document the OpenAPI document
 */
record Reference(Document document) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Set<String> APART =
            Set.of("description", "properties", "x-rules", "x-basis", "if", "then", "else");

    /** One operation. */
    record Call(String method, String path, Located place) {}

    /** A name and what stands there, references followed. */
    record Named(String name, Located place) {

        String text(String member) {
            return place.child(member).text();
        }
    }

    String title() {
        return document.at("/info/title").text();
    }

    /** What the contract says of itself, but for the list of what only the gate reads of it. */
    String description() {
        return document.at("/info/description").text().split("\n- ", 2)[0].strip();
    }

    /** Markdown as text: a line that was only wrapped goes on, what is a paragraph or an item of a list stays one. */
    static String words(String markdown) {
        return markdown.strip().replaceAll("(?<!\n)\n(?!\n|- )", " ").replace("`", "");
    }

    List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (Map.Entry<String, Located> path : document.at("/paths").members()) {
            for (Map.Entry<String, Located> method : path.getValue().members()) {
                if (METHODS.contains(method.getKey())) {
                    calls.add(new Call(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
                }
            }
        }
        return calls;
    }

    List<Named> parameters(Call call) {
        return call.place().child("parameters").items().stream()
                .map(this::resolved)
                .map(parameter -> new Named(parameter.child("name").text(), parameter))
                .toList();
    }

    List<Named> responses(Call call) {
        return named(call.place().child("responses"));
    }

    List<Named> examples(Named response) {
        return named(response.place().child("content").child("application/json").child("examples"));
    }

    String json(Located place) {
        JsonNode value = place.child("value").node();
        return JSON.writeValueAsString(value);
    }

    List<Named> schemas() {
        return named(document.at("/components/schemas"));
    }

    List<Named> members(Named schema) {
        return named(schema.place().child("properties"));
    }

    List<Located> rules(Located place) {
        return place.child("x-rules").items();
    }

    /** What a schema demands of one value, in the words of its keywords. */
    String keywords(Named named) {
        return named.place().members().stream()
                .filter(keyword -> !APART.contains(keyword.getKey()))
                .map(keyword -> keyword.getKey() + ": " + keyword.getValue().node())
                .collect(Collectors.joining("\n"));
    }

    private List<Named> named(Located parent) {
        return parent.members().stream()
                .map(member -> new Named(member.getKey(), resolved(member.getValue())))
                .toList();
    }

    private Located resolved(Located place) {
        String reference = place.child("$ref").text();
        return reference.startsWith("#/") ? resolved(document.at(reference.substring(1))) : place;
    }
}
