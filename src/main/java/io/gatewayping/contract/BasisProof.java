package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds a basis where there is no obligation that it would be one of: what a request holds binds no provider. */
final class BasisProof {

    private static final List<String> BASES = List.of("x-basis", "x-basis-of-required");

    private final Document document;

    private BasisProof(Document document) {
        this.document = document;
    }

    /** Throws {@link InvalidContract} for the first basis in a schema of requests that is no schema of answers as well. */
    static void check(Document document, List<Operation> operations) {
        BasisProof proof = new BasisProof(document);
        Set<Located> judged = new LinkedHashSet<>();
        Set<Located> sent = new LinkedHashSet<>();
        operations.forEach(operation -> {
            operation.responses().values().forEach(answer -> {
                proof.add(answer.schema(), judged);
                answer.headers().values().forEach(header -> proof.add(header.child("schema"), judged));
            });
            operation
                    .parameters()
                    .forEach(parameter -> proof.add(parameter.place().child("schema"), sent));
            proof.add(
                    document.resolve(operation.place().child("requestBody"))
                            .child("content")
                            .child(JsonBody.MEDIA_TYPE)
                            .child("schema"),
                    sent);
        });
        sent.removeAll(judged);
        sent.stream()
                .flatMap(schema -> BASES.stream().map(schema::child))
                .filter(basis -> !basis.isMissing())
                .findFirst()
                .ifPresent(basis -> {
                    throw document.invalid(
                            basis.pointer(),
                            "a basis is that of an obligation of the provider, and this schema is of requests alone");
                });
    }

    /** A schema and all within it. */
    private void add(Located schema, Set<Located> found) {
        if (schema.isMissing() || !found.add(schema)) {
            return;
        }
        document.parts(schema).skip(1).forEach(part -> add(part, found));
        schema.child("properties").members().forEach(member -> add(member.getValue(), found));
        Stream.of("items", "then", "else").map(schema::child).forEach(part -> add(part, found));
    }
}
