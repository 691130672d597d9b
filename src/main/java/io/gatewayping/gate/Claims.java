package io.gatewayping.gate;

import io.cucumber.tagexpressions.Expression;
import io.gatewayping.contract.Contract;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What scenarios claim and how they are tagged, as their features have it: known of those that were never run too. */
final class Claims {

    private final Contract contract;
    private final Map<String, ScenarioText> texts;

    /** Those of these scenarios, by their location. */
    Claims(Contract contract, Map<String, ScenarioText> texts) {
        this.contract = contract;
        this.texts = texts;
    }

    /** The ids of the clauses that the scenario at a place claims. */
    Set<String> of(String location) {
        return texts.getOrDefault(location, ScenarioText.NONE).steps().stream()
                .flatMap(step -> step.claims().stream())
                .flatMap(pattern -> contract.clausesLike(pattern).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the scenario at a place has the tags of an expression. */
    boolean isTagged(String location, Expression tags) {
        return texts.containsKey(location) && tags.evaluate(texts.get(location).tags());
    }
}
