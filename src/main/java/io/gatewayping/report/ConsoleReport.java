package io.gatewayping.report;

import io.gatewayping.contract.Clause;
import io.gatewayping.gate.GateListener;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.gate.ShownFinding;
import io.gatewayping.gate.Verdict;
import io.gatewayping.judge.Finding;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person or a CI log sees: each scenario as it ends, then each finding, one line of figures and the verdict. */
public final class ConsoleReport implements GateListener {

    private final PrintWriter out;
    private final boolean quiet;
    private final List<String> notes;

    /**
     * Prints to this writer.
     *
     * @param quiet without the lines on scenarios that conform
     * @param notes what the verdict is said with
     */
    public ConsoleReport(PrintWriter out, boolean quiet, List<String> notes) {
        this.notes = notes;
        this.out = out;
        this.quiet = quiet;
    }

    @Override
    public void scenarioEnded(ScenarioResult scenario) {
        if (!quiet) {
            String mark =
                    switch (scenario.outcome()) {
                        case CONFORMS -> "ok    ";
                        case DOES_NOT_CONFORM -> "BROKEN";
                        case INCONCLUSIVE -> "?     ";
                        case NOT_EXERCISED -> "-     ";
                    };
            out.printf(
                    "%s  %-14s %s: %s%s%n",
                    mark, scenario.tag(), scenario.feature(), scenario.name(), others(scenario));
            out.flush();
        }
    }

    @Override
    public void runEnded(RunResult run) {
        run.findings().forEach(shown -> print(shown, run.accepted(shown)));
        if (!run.inconclusive().isEmpty()) {
            out.printf("%ncould not be judged:%n");
            run.inconclusive().forEach(reason -> out.printf("  %s%n", reason));
        }
        printNotExercised(run);
        printFigures(run);
        if (run.verdict() != Verdict.CONFORMS) {
            out.printf(
                    Locale.ROOT,
                    "the same keys again with --seed %d%n",
                    run.seed().value());
        }
        run.staleKnown().forEach(out::println);
        notes.forEach(out::println);
        out.println(run.verdictLine());
        out.flush();
    }

    private static String others(ScenarioResult scenario) {
        long others = scenario.findingsOfOthers();
        return others == 0 ? "" : " (" + others + (others == 1 ? " finding" : " findings") + " of another claim)";
    }

    private void print(ShownFinding shown, Optional<String> accepted) {
        Finding finding = shown.finding();
        out.printf("%n%s%s%n", finding.clause(), finding.place().isEmpty() ? "" : "  at " + finding.place());
        accepted.ifPresent(why -> out.printf("  accepted  %s%n", why));
        out.printf("  expected  %s%n", finding.expected());
        out.printf("  actual    %s%n", finding.actual());
        out.printf("  shown by  %s%n", shownBy(shown));
        out.printf("  again     %s%n", shown.showings().get(0).reproduction().replace("\n", "\n            "));
    }

    private static String shownBy(ShownFinding shown) {
        ScenarioResult first = shown.showings().get(0).scenario();
        int more = shown.showings().size() - 1;
        return first.feature() + ": " + first.name() + (more == 0 ? "" : ", and " + more + " more");
    }

    private void printNotExercised(RunResult run) {
        if (run.notExercised().isEmpty()) {
            return;
        }
        out.printf("%nscenarios that were not exercised:%n");
        for (ScenarioResult scenario : run.notExercised()) {
            out.printf(
                    "  %s: %s: %s%n", scenario.feature(), scenario.name(), String.join("; ", scenario.notExercised()));
            List<String> leftOut = run.leftOut(scenario);
            if (!leftOut.isEmpty()) {
                out.printf("    leaves out %s%n", String.join(", ", leftOut));
            }
        }
    }

    private void printFigures(RunResult run) {
        Set<String> exercised = run.exercised();
        List<Clause> underTest =
                run.clauses().stream().filter(clause -> !clause.supporting()).toList();
        List<Clause> supporting =
                run.clauses().stream().filter(Clause::supporting).toList();
        List<String> missing = underTest.stream()
                .map(Clause::id)
                .filter(id -> !exercised.contains(id))
                .toList();
        if (!missing.isEmpty()
                && run.verdict() != Verdict.INCONCLUSIVE
                && run.notExercised().isEmpty()) {
            out.printf("%nnot exercised:%n");
            missing.forEach(id -> out.printf("  %s%n", id));
        }
        out.printf(
                Locale.ROOT,
                "%n%d scenarios, %d requests%s, %d of %d clauses exercised (and %d of %d of the supporting operation), "
                        + "%d findings, %.1f s%n",
                run.scenarios().size(),
                run.requests(),
                stateChanges(run),
                count(underTest, exercised),
                underTest.size(),
                count(supporting, exercised),
                supporting.size(),
                run.findings().size(),
                run.took().toMillis() / 1000.0);
    }

    private static long count(Collection<Clause> clauses, Set<String> exercised) {
        return clauses.stream()
                .filter(clause -> exercised.contains(clause.id()))
                .count();
    }

    /** Live there are none; and what was polled once is shared by many scenarios. */
    private static String stateChanges(RunResult run) {
        int changes = run.requests() - run.exchanges();
        return changes <= 0 || !run.notExercised().isEmpty() ? "" : " (" + changes + " of them state changes)";
    }
}
