package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Tells which members of a body the contract speaks of. A provider may send others; nobody may count on them. */
public final class DeclaredMembers {

    private static final List<String> CONDITIONAL = List.of("then", "else");

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
        body.properties()
                .forEach(member -> collectDeclared(
                        schemas,
                        part -> part.child("properties").child(member.getKey()),
                        member.getValue(),
                        place + Document.segment(member.getKey()),
                        places));
        for (int index = 0; body.isArray() && index < body.size(); index++) {
            collectDeclared(schemas, part -> part.child("items"), body.get(index), place + "/" + index, places);
        }
    }

    private void collectDeclared(
            List<Located> schemas,
            UnaryOperator<Located> declaration,
            JsonNode value,
            String place,
            List<String> places) {
        List<Located> declared = schemas.stream()
                .flatMap(this::parts)
                .map(declaration)
                .filter(it -> !it.isMissing())
                .toList();
        if (declared.isEmpty()) {
            places.add(place);
        } else {
            collect(declared, value, place, places);
        }
    }

    /** The schema and all that it is made of. */
    private Stream<Located> parts(Located schema) {
        return document.parts(schema)
                .flatMap(part -> Stream.concat(
                        Stream.of(part),
                        CONDITIONAL.stream()
                                .map(part::child)
                                .filter(it -> !it.isMissing())
                                .flatMap(this::parts)));
    }
}
