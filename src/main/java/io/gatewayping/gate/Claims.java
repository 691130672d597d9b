package io.gatewayping.gate;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.tagexpressions.Expression;
import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What scenarios claim and how they are tagged, as their features have it: known of those that were never run too. */
final class Claims {

    private static final Pattern CLAIM = Pattern.compile(".+ \\[(.+)]");

    private final Contract contract;
    private final Map<String, Pickle> scenarios = new HashMap<>();

    Claims(Contract contract, List<Feature> features) {
        this.contract = contract;
        for (Feature feature : features) {
            for (Pickle pickle : feature.getPickles()) {
                scenarios.put(feature.getUri() + ":" + pickle.getLocation().getLine(), pickle);
            }
        }
    }

    /** The ids of the clauses that the scenario at a place claims. */
    Set<String> of(String location) {
        Pickle pickle = scenarios.get(location);
        return pickle == null
                ? Set.of()
                : pickle.getSteps().stream()
                        .map(Step::getText)
                        .map(CLAIM::matcher)
                        .filter(Matcher::matches)
                        .flatMap(claim -> Arrays.stream(claim.group(1).split(",\\s*", -1)))
                        .flatMap(pattern ->
                                contract.clauses().stream().map(Clause::id).filter(id -> Clause.isLike(id, pattern)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the scenario at a place has the tags of an expression. */
    boolean isTagged(String location, Expression tags) {
        Pickle pickle = scenarios.get(location);
        return pickle != null && tags.evaluate(pickle.getTags());
    }
}
