package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the headers of responses into clauses. */
final class HeaderReader {

    private final Document document;
    private final BodySchema.Registry registry;

    HeaderReader(Document document, BodySchema.Registry registry) {
        this.document = document;
        this.registry = registry;
    }

    /** The headers of an operation's responses, by status code. */
    Map<Integer, List<ResponseHeader>> read(Operation operation, Basis inherited) {
        Map<Integer, List<ResponseHeader>> headers = new TreeMap<>();
        operation.responses().forEach((status, answer) -> {
            List<ResponseHeader> found = new ArrayList<>();
            answer.headers()
                    .forEach((name, place) -> found.add(header(
                            name, operation.headerClause(status, name), place, inherited, operation.supporting())));
            headers.put(status, found);
        });
        return headers;
    }

    private ResponseHeader header(String name, String id, Located place, Basis basis, boolean supporting) {
        Located schema = document.resolve(place.child("schema"));
        SchemaClauses found = SchemaClauses.ofHeader(document, supporting, place.pointer(), id);
        found.add(schema, basis, "the header " + name);
        ResponseHeader header = new ResponseHeader(
                name,
                clause(id, place, basis, "the header " + name + " stands once at most", supporting),
                demanded(name, id, place.child("required"), basis, supporting),
                TextSchema.at(document, schema, registry.at(schema.pointer(), found.byKeyword())),
                List.copyOf(found.byKeyword().values()),
                place.child("example").node().asString());
        if (!ResponseHeader.isSendable(header.example())) {
            throw document.invalid(
                    place.child("example").pointer(), "HTTP carries visible ASCII in a header, without blanks around");
        }
        header.judge(List.of(header.example()), new HashSet<>()).stream()
                .findFirst()
                .ifPresent(refusal -> {
                    throw document.invalidExample(place.child("example").pointer(), refusal);
                });
        return header;
    }

    private static @Nullable Clause demanded(
            String name, String id, Located required, Basis basis, boolean supporting) {
        return required.node().asBoolean(false)
                ? clause(id + "/required", required, basis, "the header " + name + " is there", supporting)
                : null;
    }

    private static Clause clause(String id, Located place, Basis basis, String text, boolean supporting) {
        return new Clause(id, place.pointer(), basis, text, Clause.Kind.HEADER, supporting);
    }
}
