package io.gatewayping.report;

import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract for a reader that knows OpenAPI and nothing more: what only the gate reads is put into the descriptions, as
 * sentences that lead to its clauses.
 *
 * @param contract that is read
 */
record ReferenceDocument(Contract contract) {

    /** Redoc takes each of these for another type that contradicts the one it stands in. */
    private static final List<String> BY_CASES = List.of("if", "then", "else");

    private static final String RULES = "x-rules";
    private static final String BASIS = "x-basis";

    /** JSON that may stand in a page: no element ends or begins in it. */
    String json() {
        JsonNode copy = contract.document().at("").node().deepCopy();
        told("", copy);
        ((ObjectNode) copy.path("info")).put("description", new Reference(contract.document()).description());
        return copy.toString().replace("<", "\\u003c");
    }

    private void told(String place, JsonNode node) {
        if (node instanceof ObjectNode object) {
            String more = clauses(place, object);
            object.remove(BY_CASES);
            object.propertyNames().stream()
                    .filter(name -> name.startsWith("x-") && !name.equals(BASIS))
                    .toList()
                    .forEach(object::remove);
            if (!more.isEmpty()) {
                object.put("description", object.path("description").asString("") + "\n\n" + more);
            }
            object.properties().forEach(member -> told(place + "/" + escaped(member.getKey()), member.getValue()));
        } else {
            for (int index = 0; index < node.size(); index++) {
                told(place + "/" + index, node.get(index));
            }
        }
    }

    private String clauses(String place, ObjectNode object) {
        if (!object.has(RULES) && !object.has("then")) {
            return "";
        }
        List<String> below = List.of(place + "/" + RULES + "/", place + "/then/", place + "/else/");
        return contract.clauses().stream()
                .filter(clause -> below.stream().anyMatch(clause.place()::startsWith))
                .map(ReferenceDocument::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Clause clause) {
        return "- " + plain(clause.text()) + " ([" + plain(clause.id()) + "](clauses.html#" + Page.anchor(clause.id())
                + "))";
    }

    /** Text that is no Markdown, whatever is in it. */
    private static String plain(String text) {
        return text.replaceAll("[\\\\`*_{}\\[\\]<>#|~&]", "\\\\$0");
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
