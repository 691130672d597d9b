package io.gatewayping.report;

import io.gatewayping.contract.Clause;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.ScenarioOutcome;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.gate.ShownFinding;
import io.gatewayping.gate.ShownFinding.Showing;
import io.gatewayping.gate.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run showed, gathered once, so that all reports tell and count the same.
 *
 * @param run what came of it
 * @param of of whom, by what, with what and when
 * @param verdict on it
 * @param findings in the order of the scenarios
 * @param exercised the ids of the clauses that there was something to judge by
 * @param broken the ids of the clauses that were broken
 * @param observed every exchange once, in the order of the scenarios that saw it first
 * @param indices which of them each exchange is
 */
record Evidence(
        RunResult run,
        Circumstances of,
        Verdict verdict,
        List<ShownFinding> findings,
        Set<String> exercised,
        Set<String> broken,
        List<Observed> observed,
        Map<Exchange, Integer> indices) {

    private static final int REASON = 2000;

    /**
     * An exchange and where it was made.
     *
     * @param index among all of the run
     */
    record Observed(int index, ScenarioResult scenario, Exchange exchange) {}

    /** What became of a clause. */
    enum Outcome {
        KEPT("kept"),
        BROKEN("broken"),
        NOT_EXERCISED("not exercised");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static Evidence of(RunResult run, Circumstances circumstances) {
        List<ShownFinding> findings = run.findings();
        List<Observed> observed = new ArrayList<>();
        Map<Exchange, Integer> indices = new HashMap<>();
        for (ScenarioResult scenario : run.scenarios()) {
            for (Exchange exchange : scenario.exchanges()) {
                // Several scenarios may rest on the same one.
                if (indices.putIfAbsent(exchange, observed.size()) == null) {
                    observed.add(new Observed(observed.size(), scenario, exchange));
                }
            }
        }
        return new Evidence(
                run,
                circumstances,
                run.verdict(),
                findings,
                run.exercised(),
                findings.stream().map(shown -> shown.finding().clause()).collect(Collectors.toSet()),
                List.copyOf(observed),
                indices);
    }

    /** Of whom the verdict is and by what, and what was left out, in words. */
    String ofWhom() {
        String notes = of.notes().stream().map(note -> ", " + note).collect(Collectors.joining());
        return of.provider() + " by " + of.byWhat() + notes + filtered();
    }

    /** What is exchanged before the first scenario is none of them: it stands in no feature. */
    private String filtered() {
        if (of.filter().isEmpty()) {
            return "";
        }
        long some = run.scenarios().stream()
                .filter(scenario -> run.texts().containsKey(scenario.location()))
                .count();
        return some == 0
                ? ", no scenario of " + of.filter() + " was run"
                : ", only the " + count(some, "scenario") + " of " + of.filter();
    }

    /** The verdict as a person reads it. */
    String line() {
        return verdict() + bounds();
    }

    Outcome outcome(Clause clause) {
        if (broken.contains(clause.id())) {
            return Outcome.BROKEN;
        }
        return exercised.contains(clause.id()) ? Outcome.KEPT : Outcome.NOT_EXERCISED;
    }

    /** The clauses of the operation under test that there was nothing to judge by. */
    List<Clause> notExercised() {
        return run.clauses().stream()
                .filter(clause -> !clause.supporting() && outcome(clause) == Outcome.NOT_EXERCISED)
                .toList();
    }

    /** The ids of the clauses that a scenario claims and nothing in the run gave anything to judge by. */
    List<String> leftOut(ScenarioResult scenario) {
        return scenario.claimed().stream()
                .filter(clause -> !exercised.contains(clause))
                .sorted()
                .toList();
    }

    /** How many scenarios were run: what a run exchanges that cannot begin is none, and has no place in a feature. */
    long scenariosRun() {
        return run.scenarios().stream()
                .filter(scenario -> !scenario.location().isEmpty())
                .count();
    }

    /** How many scenarios came out so. */
    long scenarios(ScenarioOutcome outcome) {
        return run.scenarios().stream()
                .filter(scenario -> scenario.outcome() == outcome)
                .count();
    }

    /** How many findings are accepted. */
    long known() {
        return findings.stream()
                .filter(shown -> run.accepted(shown).isPresent())
                .count();
    }

    /** What the verdict says nothing of, in words that follow it; empty when it says all. */
    String bounds() {
        long left = scenarios(ScenarioOutcome.NOT_EXERCISED);
        List<String> bounds = new ArrayList<>();
        if (left > 0) {
            bounds.add(count(run.scenarios().size() - left, "scenario") + " judged, " + left + " not exercised");
        }
        if (known() > 0) {
            bounds.add(count(known(), "known finding"));
        }
        return (left > 0 && of.isLive() ? " as far as a caller can tell" : "")
                + (bounds.isEmpty() ? "" : ": " + String.join(", ", bounds));
    }

    /** Why scenarios could not be judged, and how many of them for each reason; the run's own reasons concern none. */
    Map<String, Integer> undecided() {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        run.asAWhole().forEach(reason -> reasons.put(shown(reason), 0));
        run.scenarios().forEach(scenario -> scenario.inconclusive()
                .forEach(reason -> reasons.merge(shown(reason), 1, Integer::sum)));
        return reasons;
    }

    /** A reason may quote a provider. */
    static String shown(String reason) {
        return Excerpt.of(reason, REASON);
    }

    /** How long it took. */
    String seconds() {
        return String.format(Locale.ROOT, "%.1f s", run.took().toMillis() / 1000.0);
    }

    /** Commands that show a finding again, with the variable that the user keeps the token in. */
    String reproduction(Showing showing) {
        return showing.reproduction()
                .replace("$TOKEN", "$" + of.tokenVariable())
                .replace("${TOKEN", "${" + of.tokenVariable());
    }

    /** The exchange that showed a finding, or -1 where nothing was exchanged. */
    int indexOf(Showing showing) {
        Exchange exchange = showing.finding().exchange();
        return exchange == null ? -1 : indices.getOrDefault(exchange, -1);
    }

    static String count(Collection<?> things, String thing) {
        return count(things.size(), thing);
    }

    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
