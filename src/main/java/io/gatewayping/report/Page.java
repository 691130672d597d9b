package io.gatewayping.report;

import io.gatewayping.contract.Clause;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Response;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.gate.ScenarioText;
import io.gatewayping.gate.ShownFinding;
import io.gatewayping.gate.ShownFinding.Showing;
import io.gatewayping.gate.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the report for people shows, as its template asks for it.
 *
 * @param evidence of the run
 * @param room how much of each thing it shows
 */
record Page(Evidence evidence, Room room) {

    /** The findings of one clause. */
    record Broken(Clause clause, List<Shown> findings) {}

    /**
     * A finding.
     *
     * @param number from 1, in the order of the report
     * @param accepted why it fails nothing, where it does not
     */
    record Shown(
            int number,
            ShownFinding shown,
            @Nullable MarkedAnswer answer,
            String again,
            List<String> scenarios,
            @Nullable String accepted) {}

    /**
     * A line of a scenario.
     *
     * @param broken whether a clause broke that it claims
     */
    record Step(String keyword, String text, List<String> claims, boolean broken) {}

    Verdict verdict() {
        return evidence.verdict();
    }

    /** The verdict as a class of the style sheet. */
    String tone() {
        return tone(verdict());
    }

    String tone(Verdict verdict) {
        return switch (verdict) {
            case CONFORMS -> "ok";
            case DOES_NOT_CONFORM -> "bad";
            case INCONCLUSIVE -> "open";
        };
    }

    String tone(ScenarioResult scenario) {
        return switch (scenario.outcome()) {
            case CONFORMS -> "ok";
            case DOES_NOT_CONFORM -> "bad";
            case KNOWN, INCONCLUSIVE, NOT_EXERCISED -> "open";
        };
    }

    String tone(Evidence.Outcome outcome) {
        return switch (outcome) {
            case KEPT -> "ok";
            case BROKEN -> "bad";
            case NOT_EXERCISED -> "open";
        };
    }

    String words(Verdict verdict) {
        return switch (verdict) {
            case CONFORMS -> "conforms";
            case DOES_NOT_CONFORM -> "does not conform";
            case INCONCLUSIVE -> "inconclusive";
        };
    }

    String words(ScenarioResult scenario) {
        return switch (scenario.outcome()) {
            case CONFORMS -> "ok";
            case DOES_NOT_CONFORM -> "broken";
            case KNOWN -> "known";
            case INCONCLUSIVE -> "not judged";
            case NOT_EXERCISED -> "not exercised";
        };
    }

    Map<String, String> about() {
        return About.of(evidence);
    }

    List<Broken> broken() {
        Map<String, List<Shown>> byClause = new LinkedHashMap<>();
        int number = 0;
        for (ShownFinding shown : evidence.findings()) {
            number++;
            byClause.computeIfAbsent(shown.finding().clause(), clause -> new ArrayList<>())
                    .add(shown(number, shown));
        }
        return byClause.entrySet().stream()
                .map(entry -> new Broken(evidence.of().contract().clause(entry.getKey()), entry.getValue()))
                .toList();
    }

    private Shown shown(int number, ShownFinding shown) {
        Showing first = shown.showings().get(0);
        Exchange exchange = shown.finding().exchange();
        Response response = exchange == null ? null : exchange.response();
        return new Shown(
                number,
                shown,
                response == null
                        ? null
                        : MarkedAnswer.of(response, shown.finding().place(), room.around()),
                again(number, first),
                shown.showings().stream()
                        .map(showing -> scenario(showing.scenario()) + credential(showing))
                        .distinct()
                        .toList(),
                evidence.run().accepted(shown).orElse(null));
    }

    /** The commands; where they are too many for the page, the one that sends the same. */
    private String again(int number, Showing first) {
        String commands = evidence.reproduction(first);
        return commands.length() <= room.commands()
                ? commands
                : "gate replay exchanges.har --finding " + number + " --base-url "
                        + evidence.of().provider();
    }

    private static String credential(Showing showing) {
        Exchange exchange = showing.finding().exchange();
        return exchange == null
                ? ""
                : ", with " + exchange.request().credential().words();
    }

    String scenario(ScenarioResult scenario) {
        return scenario.feature() + ": " + scenario.name();
    }

    List<Plot> plots() {
        return evidence.run().scenarios().stream()
                .flatMap(scenario -> Plot.of(evidence.of().contract(), scenario).stream())
                .toList();
    }

    List<Clause> clauses() {
        return List.copyOf(evidence.run().clauses());
    }

    /** How many scenarios claim a clause. */
    long claimed(Clause clause) {
        return evidence.run().scenarios().stream()
                .filter(scenario -> scenario.claimed().contains(clause.id()))
                .count();
    }

    List<ScenarioResult> scenarios() {
        return evidence.run().scenarios();
    }

    Set<String> features() {
        return scenarios().stream().map(ScenarioResult::feature).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> tags() {
        return scenarios().stream()
                .flatMap(scenario -> tags(scenario).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> tags(ScenarioResult scenario) {
        return evidence.run().text(scenario).tags();
    }

    List<Step> steps(ScenarioResult scenario) {
        return evidence.run().text(scenario).steps().stream()
                .map(step -> step(scenario, step))
                .toList();
    }

    private static Step step(ScenarioResult scenario, ScenarioText.Step step) {
        boolean broken = scenario.findings().stream().anyMatch(finding -> step.claims().stream()
                .anyMatch(pattern -> Clause.isLike(finding.clause(), pattern)));
        return new Step(step.keyword(), step.text(), step.claims(), broken);
    }

    /** Where a clause stands on the page. */
    static String anchor(String clause) {
        return "clause-" + clause.replaceAll("[^A-Za-z0-9]", "-");
    }

    String seconds(ScenarioResult scenario) {
        long milliseconds = scenario.exchanges().stream()
                .mapToLong(exchange -> exchange.took().toMillis())
                .sum();
        return milliseconds + " ms";
    }

    String answer(Response response) {
        return MarkedAnswer.whole(response, room.answer());
    }

    String outcome(Exchange exchange) {
        Response response = exchange.response();
        return response == null ? "no answer" : String.valueOf(response.status());
    }
}
