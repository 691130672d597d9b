package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Tells which members of a body the contract speaks of. A provider may send others; nobody may count on them. */
public final class DeclaredMembers {

    private static final List<String> PARTS = List.of("then", "else");

    private final Document document;

    /** Looks into this document. */
    public DeclaredMembers(Document document) {
        this.document = document;
    }

    /** The places in a body that its schema says nothing of. */
    public List<String> missing(Located schema, JsonNode body) {
        List<String> places = new ArrayList<>();
        collect(List.of(schema), body, "", places);
        return places;
    }

    private void collect(List<Located> schemas, JsonNode body, String place, List<String> places) {
        body.properties().forEach(member -> {
            List<Located> declared = schemas.stream()
                    .flatMap(this::parts)
                    .map(part -> part.child("properties").child(member.getKey()))
                    .filter(property -> !property.isMissing())
                    .toList();
            String there = place + "/" + member.getKey();
            if (declared.isEmpty()) {
                places.add(there);
            } else {
                collect(declared, member.getValue(), there, places);
            }
        });
    }

    /** The schema and all that it is made of. */
    private Stream<Located> parts(Located reference) {
        Located schema = document.resolve(reference);
        return Stream.concat(
                Stream.of(schema),
                Stream.concat(
                                schema.child("allOf").items().stream(),
                                PARTS.stream().map(schema::child).filter(part -> !part.isMissing()))
                        .flatMap(this::parts));
    }
}
