package io.gatewayping.contract;

import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import io.gatewayping.contract.Document.Located;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and compiles the rules of a schema or an operation. */
final class RuleReader {

    private static final Set<String> MEMBERS = Set.of("id", "rule", "when", "message", "basis", "breaks", "also");

    private final Document document;
    private final Map<String, Patterns> patterns;

    RuleReader(Document document) {
        this.document = document;
        patterns = new PatternsReader(document).read();
    }

    /**
     * The rules on a place and on what it includes by {@code allOf}.
     *
     * @param place a schema or an operation
     */
    List<Rule> rules(Located place) {
        List<Rule> rules = new ArrayList<>();
        for (Located rule : place.child("x-rules").items()) {
            rules.add(rule(rule));
        }
        for (Located part : place.child("allOf").items()) {
            rules.addAll(rules(document.resolve(part)));
        }
        return rules;
    }

    private Rule rule(Located place) {
        place.members().forEach(member -> {
            if (!MEMBERS.contains(member.getKey())) {
                throw document.invalid(member.getValue().pointer(), "a rule has no member " + member.getKey());
            }
        });
        String id = demanded(place, "id");
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw document.invalid(
                    place.child("id").pointer(), "a rule's id is lower-case words with hyphens, not " + id);
        }
        if (!place.child("breaks").node().isObject()) {
            throw document.invalid(place.pointer(), "the rule " + id + " needs breaks, a JSON merge patch");
        }
        Set<String> also = new LinkedHashSet<>();
        place.child("also").items().forEach(other -> also.add(other.text()));
        return new Rule(
                id,
                place,
                demanded(place, "message"),
                SchemaClauses.basis(document, place.child("basis")),
                compiled(place, id),
                place.child("breaks").node(),
                also);
    }

    private RuleProgram compiled(Located place, String id) {
        try {
            return RuleProgram.compile(place.child("when").node().asString("true"), demanded(place, "rule"), patterns);
        } catch (CelValidationException | CelEvaluationException e) {
            throw document.invalid(place.pointer(), "the rule " + id + " does not compile: " + e.getMessage());
        }
    }

    private String demanded(Located place, String member) {
        String text = place.child(member).text();
        if (text.isEmpty()) {
            throw document.invalid(place.pointer(), "a rule needs " + member);
        }
        return text;
    }
}
