package io.gatewayping.report;

import io.gatewayping.contract.Clause;
import io.gatewayping.gate.GateListener;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.ScenarioName;
import io.gatewayping.gate.ScenarioOutcome;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.gate.ShownFinding;
import io.gatewayping.gate.Verdict;
import io.gatewayping.judge.Finding;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a person or a CI log sees: each scenario as it ends, then each finding, the figures, where to read on, the verdict. */
public final class ConsoleReport implements GateListener {

    private final PrintWriter out;
    private final Colour colour;
    private final StatusLine status;
    private final boolean quiet;
    private final Circumstances circumstances;
    private final Path page;

    /**
     * Prints to this writer.
     *
     * @param terminal whether a terminal reads it
     * @param quiet without the lines on scenarios that conform
     * @param page where the report for people will be
     */
    public ConsoleReport(PrintWriter out, boolean terminal, boolean quiet, Circumstances circumstances, Path page) {
        this.out = out;
        this.colour = new Colour(terminal);
        this.status = new StatusLine(out, terminal);
        this.quiet = quiet;
        this.circumstances = circumstances;
        this.page = page;
    }

    @Override
    public void polled(ScenarioName scenario, int polls) {
        if (!quiet) {
            status.show("polling, " + Evidence.count(polls, "poll") + ": " + scenario.words());
        }
    }

    @Override
    public void scenarioEnded(ScenarioResult scenario) {
        if (!quiet) {
            status.clear();
            String mark =
                    switch (scenario.outcome()) {
                        case CONFORMS -> colour.green("ok    ");
                        case DOES_NOT_CONFORM -> colour.red("BROKEN");
                        case KNOWN -> colour.yellow("known ");
                        case INCONCLUSIVE -> colour.yellow("?     ");
                        case NOT_EXERCISED -> colour.yellow("-     ");
                    };
            out.printf(
                    "%s  %-14s %s: %s%s%n",
                    mark, scenario.tag(), scenario.feature(), scenario.name(), others(scenario));
            out.flush();
        }
    }

    @Override
    public void runEnded(RunResult run) {
        status.clear();
        Evidence evidence = Evidence.of(run, circumstances);
        evidence.findings().forEach(shown -> print(evidence, shown));
        printUndecided(evidence);
        printNotExercised(evidence);
        printFigures(evidence);
        if (evidence.verdict() != Verdict.CONFORMS) {
            out.printf(
                    Locale.ROOT,
                    "the same keys again with --seed %d%n",
                    run.seed().value());
        }
        run.staleKnown().forEach(stale -> out.printf("%s%n", stale));
        out.printf("%s → %s%n", summary(evidence), page);
        out.printf("%s: %s%s%n", evidence.ofWhom(), colour.of(evidence.verdict()), evidence.bounds());
        out.flush();
    }

    private static String others(ScenarioResult scenario) {
        long others = scenario.findingsOfOthers();
        return others == 0 ? "" : "; " + Evidence.count(others, "finding") + " of another claim";
    }

    private void print(Evidence evidence, ShownFinding shown) {
        Finding finding = shown.finding();
        out.printf(
                "%n%s%s%n", colour.red(finding.clause()), finding.place().isEmpty() ? "" : "  at " + finding.place());
        evidence.run().accepted(shown).ifPresent(why -> out.printf("  accepted  %s%n", why));
        out.printf("  wrong     %s%n", finding.wrong());
        out.printf("  actual    %s%n", finding.actual());
        out.printf("  shown by  %s%n", shownBy(shown));
        out.printf(
                "  again     %s%n",
                evidence.reproduction(shown.showings().get(0)).replace("\n", "\n            "));
    }

    private static String shownBy(ShownFinding shown) {
        ScenarioResult first = shown.showings().get(0).scenario();
        long all = shown.showings().stream()
                .map(showing -> showing.scenario().location())
                .distinct()
                .count();
        return first.title() + (all == 1 ? "" : ", and " + (all - 1) + " more");
    }

    private void printUndecided(Evidence evidence) {
        if (!evidence.undecided().isEmpty()) {
            out.printf("%ncould not be judged:%n");
            evidence.undecided()
                    .forEach((reason, scenarios) -> out.printf(
                            "  %s%s%n",
                            reason, scenarios < 2 ? "" : " (" + Evidence.count(scenarios, "scenario") + ")"));
        }
    }

    private void printNotExercised(Evidence evidence) {
        RunResult run = evidence.run();
        if (run.notExercised().isEmpty()) {
            return;
        }
        out.printf("%nnot exercised:%n");
        for (ScenarioResult scenario : run.notExercised()) {
            out.printf(
                    "  %s: %s: %s%n", scenario.feature(), scenario.name(), String.join("; ", scenario.notExercised()));
            List<String> leftOut = evidence.leftOut(scenario);
            if (!leftOut.isEmpty()) {
                out.printf("    leaves out %s%n", String.join(", ", leftOut));
            }
        }
    }

    private static String summary(Evidence evidence) {
        long all = evidence.scenariosRun();
        long broken = evidence.scenarios(ScenarioOutcome.DOES_NOT_CONFORM);
        long undecided = evidence.scenarios(ScenarioOutcome.INCONCLUSIVE);
        long left = evidence.scenarios(ScenarioOutcome.NOT_EXERCISED);
        String findings = evidence.findings().isEmpty() ? "" : ", " + Evidence.count(evidence.findings(), "finding");
        if (all == 0) {
            return "no scenario was run" + findings;
        }
        if (broken > 0) {
            return broken + " of " + Evidence.count(all, "scenario") + " broken" + findings;
        }
        if (undecided > 0) {
            return undecided + " of " + Evidence.count(all, "scenario") + " could not be judged" + findings;
        }
        if (!evidence.run().asAWhole().isEmpty()) {
            return "not all could be judged" + findings;
        }
        return (left == 0 ? "" : all - left + " of ") + Evidence.count(all, "scenario") + " ok" + findings;
    }

    private void printFigures(Evidence evidence) {
        RunResult run = evidence.run();
        Set<String> exercised = evidence.exercised();
        List<Clause> underTest =
                run.clauses().stream().filter(clause -> !clause.supporting()).toList();
        List<Clause> supporting =
                run.clauses().stream().filter(Clause::supporting).toList();
        out.printf(
                Locale.ROOT,
                "%n%s, %s%s, %d of %d clauses exercised (and %d of %d of the supporting operation), %s, %.1f s%n",
                Evidence.count(evidence.scenariosRun(), "scenario"),
                Evidence.count(run.requests(), "request"),
                stateChanges(evidence),
                count(underTest, exercised),
                underTest.size(),
                count(supporting, exercised),
                supporting.size(),
                Evidence.count(evidence.findings(), "finding"),
                run.took().toMillis() / 1000.0);
    }

    private static long count(Collection<Clause> clauses, Set<String> exercised) {
        return clauses.stream()
                .filter(clause -> exercised.contains(clause.id()))
                .count();
    }

    /** Live there are none; and what was polled once is shared by many scenarios. */
    private static String stateChanges(Evidence evidence) {
        RunResult run = evidence.run();
        int changes = run.requests() - run.exchanges();
        return changes <= 0 || evidence.scenariosRun() == 0 || evidence.of().isLive()
                ? ""
                : " (" + changes + " of them state changes)";
    }
}
