package io.gatewayping.contract;

import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import io.gatewayping.contract.Document.Located;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads and compiles the rules of a schema or an operation. */
final class RuleReader {

    /** When a rule applies that does not say so. */
    static final String ALWAYS = "true";

    private final Document document;
    private final RuleProgram.Compiler compiler;

    RuleReader(Document document) {
        this.document = document;
        compiler = new RuleProgram.Compiler(new PatternsReader(document).read());
    }

    /**
     * The rules on a place and on what it includes.
     *
     * @param place a schema or an operation
     */
    List<Rule> rules(Located place) {
        return document.parts(place)
                .flatMap(part -> part.child("x-rules").items().stream())
                .map(this::rule)
                .toList();
    }

    /** A list of patterns that no rule names would be lost in silence. */
    void checkThatEveryListIsNamed() {
        document.root().child("x-patterns").members().stream()
                .filter(list -> !compiler.lists().contains(list.getKey()))
                .findFirst()
                .ifPresent(list -> {
                    throw document.invalid(list.getValue().pointer(), "no rule names this list");
                });
    }

    private Rule rule(Located place) {
        Set<String> also = new LinkedHashSet<>();
        place.child("also").items().forEach(other -> also.add(other.text()));
        return new Rule(
                place.child("id").text(),
                place,
                place.child("message").text(),
                SchemaClauses.basis(document, place.child("basis")),
                compiled(place),
                place.child("breaks").node(),
                also);
    }

    private RuleProgram compiled(Located place) {
        try {
            return compiler.compile(
                    place.child("when").node().asString(ALWAYS),
                    place.child("rule").text());
        } catch (CelValidationException | CelEvaluationException e) {
            throw document.invalid(
                    place.pointer(), "the rule " + place.child("id").text() + " does not compile: " + e.getMessage());
        }
    }
}
