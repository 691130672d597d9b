package io.gatewayping.report;

import io.gatewayping.contract.Clause;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Response;
import io.gatewayping.gate.ScenarioOutcome;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.gate.ScenarioText;
import io.gatewayping.gate.ShownFinding;
import io.gatewayping.gate.ShownFinding.Showing;
import io.gatewayping.gate.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the report for people shows, as its template asks for it.
 *
 * @param evidence of the run
 * @param room how much of each thing it shows
 */
record Page(Evidence evidence, Room room) {

    /** So many findings of one clause are shown at once; there may be hundreds that differ in a figure. */
    private static final int AT_ONCE = 3;

    private static final String SUPPORTING = "not exercised, of the supporting operation";

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^A-Za-z0-9]");

    /** Of what became of clauses, what is folded away. */
    private static final Set<String> FOLDED = Set.of("kept", SUPPORTING);

    /** The findings of one clause. */
    record Broken(Clause clause, List<Shown> findings) {

        /** Whether the clause says more than what is wrong, which is its opposite, or what was expected. */
        boolean isMore() {
            String wrong = findings.get(0).shown().finding().wrong();
            return !clause.text().endsWith(wrong) && !wrong.endsWith(clause.text());
        }

        List<Shown> first() {
            return findings.subList(0, Math.min(AT_ONCE, findings.size()));
        }

        List<Shown> others() {
            return findings.subList(first().size(), findings.size());
        }
    }

    /**
     * A finding.
     *
     * @param number from 1, in the order of the report
     * @param exchange which one showed it, or -1 where nothing was exchanged
     * @param accepted why it fails nothing, where it does not
     */
    record Shown(
            int number,
            ShownFinding shown,
            int exchange,
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

    String tone(String words) {
        return switch (words) {
            case "kept" -> "ok";
            case "broken" -> "bad";
            default -> "open";
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
        return words(scenario.outcome());
    }

    String words(ScenarioOutcome outcome) {
        return switch (outcome) {
            case CONFORMS -> "ok";
            case DOES_NOT_CONFORM -> "broken";
            case KNOWN -> "known";
            case INCONCLUSIVE -> "not judged";
            case NOT_EXERCISED -> "not exercised";
        };
    }

    /** Whether what is wrong stands before what could not be judged, which else is the reason of the verdict. */
    boolean isWrongFirst() {
        return verdict() == Verdict.DOES_NOT_CONFORM;
    }

    /** When the run began, to the second. */
    String began() {
        return evidence.of().start().truncatedTo(ChronoUnit.SECONDS).toString();
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
                evidence.indexOf(first),
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
        return scenario.title();
    }

    /** The timelines that tell something by their course, or those that do not. */
    List<Plot> plots(boolean telling) {
        return evidence.run().scenarios().stream()
                .flatMap(scenario -> Plot.of(evidence.of().contract(), scenario).stream())
                .filter(plot -> plot.isTelling() == telling)
                .toList();
    }

    List<Clause> clauses() {
        return List.copyOf(evidence.run().clauses());
    }

    /** The clauses by what became of them, in words, those first that somebody has to look at. */
    Map<String, List<Clause>> clausesByOutcome() {
        Map<String, List<Clause>> all = clauses().stream().collect(Collectors.groupingBy(this::words));
        Map<String, List<Clause>> groups = new LinkedHashMap<>();
        for (String words : List.of("broken", "known", "not exercised", SUPPORTING, "kept")) {
            if (all.containsKey(words)) {
                groups.put(words, all.get(words));
            }
        }
        return groups;
    }

    /** How many clauses were broken in a way that is not known. */
    int brokenClauses() {
        return clausesByOutcome().getOrDefault("broken", List.of()).size();
    }

    /** How the groups of clauses add up, in words. */
    String sum() {
        return "Each of the " + clauses().size() + " clauses of the contract counts once: "
                + clausesByOutcome().entrySet().stream()
                        .map(group -> group.getValue().size() + " " + group.getKey())
                        .collect(Collectors.joining(" + "))
                + ".";
    }

    /** Why clauses came out so, where it is not told of each. */
    String why(String outcome) {
        return switch (outcome) {
            case "not exercised" -> "Nothing was answered that they could be judged by.";
            case SUPPORTING -> "It was not called; a run with --live does so where it may.";
            default -> "";
        };
    }

    boolean isOpen(String outcome) {
        return !FOLDED.contains(outcome);
    }

    private String words(Clause clause) {
        boolean known = evidence.findings().stream()
                .filter(shown -> shown.finding().clause().equals(clause.id()))
                .allMatch(shown -> evidence.run().accepted(shown).isPresent());
        Evidence.Outcome outcome = evidence.outcome(clause);
        if (outcome == Evidence.Outcome.NOT_EXERCISED && clause.supporting()) {
            return SUPPORTING;
        }
        return outcome == Evidence.Outcome.BROKEN && known ? "known" : outcome.words();
    }

    /** Where the clauses stand that a claim names: the first of them. */
    String target(String claim) {
        return clauses().stream()
                .map(Clause::id)
                .filter(id -> Clause.isLike(id, claim))
                .findFirst()
                .map(id -> "#" + anchor(id))
                .orElse("#clauses");
    }

    /** The exchanges, by the scenario that saw them first, in words. */
    Map<String, List<Evidence.Observed>> exchanges() {
        Map<String, List<Evidence.Observed>> groups = new LinkedHashMap<>();
        evidence.observed()
                .forEach(observed -> groups.computeIfAbsent(scenario(observed.scenario()), first -> new ArrayList<>())
                        .add(observed));
        return groups;
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
        return "clause-" + NEITHER_LETTER_NOR_DIGIT.matcher(clause).replaceAll("-");
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
