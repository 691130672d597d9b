package io.gatewayping.judge;

import io.gatewayping.contract.Rule;
import io.gatewayping.contract.Ruling;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A judgement that is being made. */
final class Draft {

    private final Set<String> evaluated = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> unjudged = new ArrayList<>();

    /** The same, which can go on by itself. */
    Draft copy() {
        Draft copy = new Draft();
        copy.evaluated.addAll(evaluated);
        copy.findings.addAll(findings);
        copy.unjudged.addAll(unjudged);
        return copy;
    }

    Judgement judgement() {
        return new Judgement(Collections.unmodifiableSet(evaluated), List.copyOf(findings), List.copyOf(unjudged));
    }

    void evaluated(String clause) {
        evaluated.add(clause);
    }

    /** The ids of clauses that something was judged by; what is added to them counts. */
    Set<String> evaluated() {
        return evaluated;
    }

    void unjudged(String why) {
        unjudged.add(why);
    }

    void find(Rule rule, RulePlace broken, Exchange exchange) {
        findings.add(new Finding(rule.id(), broken.place(), rule.message(), broken.actual(), exchange));
    }

    void find(String clause, String place, String expected, String actual, Exchange exchange) {
        findings.add(Finding.expecting(clause, place, expected, actual, exchange));
    }

    /** Whether nothing was found at a place of an exchange yet. */
    boolean isClean(String place, Exchange exchange) {
        return findings.stream().noneMatch(it -> it.place().equals(place) && Objects.equals(it.exchange(), exchange));
    }

    /**
     * Whether a rule is broken.
     *
     * @param mayHaveNone whether there may be no answer, since what it speaks of is known to be missing
     */
    boolean isBroken(Rule rule, Ruling ruling, boolean mayHaveNone) {
        switch (ruling.answer()) {
            case SILENT -> {}
            case HOLDS, BROKEN -> evaluated.add(rule.id());
            case NONE -> {
                if (!mayHaveNone) {
                    unjudged.add("the rule " + rule.id() + " could not be evaluated: "
                            + Excerpt.of(String.valueOf(ruling.why())));
                }
            }
        }
        return ruling.isBroken();
    }
}
