package io.gatewayping.cli;

import io.cucumber.core.gherkin.FeatureParserException;
import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Response;
import io.gatewayping.gate.InvalidFeature;
import io.gatewayping.gate.Meant;
import io.gatewayping.gate.Verdict;
import io.gatewayping.proof.Proof;
import io.gatewayping.proof.Prover;
import io.gatewayping.proof.Tally;
import io.gatewayping.proof.Trial;
import io.gatewayping.proof.Trial.Outcome;
import io.gatewayping.stub.Stub;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code gate prove}: shows that every check can fail. */
@Command(
        name = "prove",
        description =
                "Run the gate against a provider for each counterexample to each clause: every one must be refused.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"%nExamples:", "  gate prove", "  gate prove --clause received-within-sent"})
final class ProveCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ContractOption contractOption = new ContractOption();

    @Mixin
    private FeaturesOption featuresOption = new FeaturesOption();

    @Option(names = "--clause", paramLabel = "ID", description = "Only this clause, and show what was exchanged.")
    private @Nullable String clause;

    @Option(
            names = "--json",
            description =
                    "As JSON: counterexamples, killed, equivalent, survivors, stale, unproven, classes, seconds, oddities, refused.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = commandLine.getOut();
        Contract contract = contractOption.load();
        Predicate<Clause> chosen = it -> clause == null || it.id().equals(clause);
        if (contract.clauses().stream().noneMatch(chosen)) {
            throw new UsageError("the contract has no clause " + clause + "; gate clauses lists them"
                    + Meant.words(
                            String.valueOf(clause),
                            contract.clauses().stream().map(Clause::id).toList()));
        }
        Proof proof;
        try {
            proof = new Prover(contract, featuresOption.location(), trial -> show(trial, out)).prove(chosen);
        } catch (FeatureParserException e) {
            throw new UsageError(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        } catch (InvalidFeature e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        } catch (Prover.NothingProven e) {
            commandLine.getErr().println("gate: " + e.getMessage());
            return Verdict.INCONCLUSIVE.exitCode();
        } catch (Stub.NotStarted e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
        if (json) {
            printJson(proof, out);
        } else {
            print(proof, out);
        }
        return (proof.isComplete() ? Verdict.CONFORMS : Verdict.DOES_NOT_CONFORM).exitCode();
    }

    private void show(Trial trial, PrintWriter out) {
        boolean asked = clause != null || trial.outcome() == Outcome.SURVIVED;
        if (json || !asked) {
            return;
        }
        out.printf(
                "%-10s  %s: %s%n",
                trial.outcome() == Outcome.SURVIVED
                        ? trial.outcome()
                        : trial.outcome().name().toLowerCase(Locale.ROOT),
                trial.counterexample().clause(),
                trial.counterexample().what());
        out.printf("  %s%n  verdict %s %s%n", trial.why(), trial.verdict(), trial.clauses());
        trial.scenarios().forEach(scenario -> out.println("  by " + scenario));
        trial.exchanges().forEach(exchange -> out.println("  " + words(exchange)));
        out.flush();
    }

    private static String words(Exchange exchange) {
        Response response = exchange.response();
        return exchange.request().method() + " with "
                + exchange.request().credential().words() + ": "
                + (response == null
                        ? exchange.outcome().problem()
                        : response.status() + " " + response.header("content-type") + " "
                                + Excerpt.of(response.text()));
    }

    private static void print(Proof proof, PrintWriter out) {
        out.printf(
                "%n%-12s %8s %16s %8s %11s %10s%n",
                "CLASS", "CLAUSES", "COUNTEREXAMPLES", "KILLED", "EQUIVALENT", "SURVIVORS");
        proof.byKind()
                .forEach(tally -> out.printf(
                        Locale.ROOT,
                        "%-12s %8d %16d %8d %11d %10d%n",
                        tally.name(),
                        tally.clauses(),
                        tally.counterexamples(),
                        tally.killed(),
                        tally.equivalent(),
                        tally.survivors()));
        if (!proof.oddities().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "%n%d oddities, %d refused%n",
                    proof.oddities().size(),
                    proof.refused().size());
            proof.refused()
                    .forEach(trial -> out.printf(
                            Locale.ROOT,
                            "REFUSED     %s%n  %s%n",
                            trial.oddity().what(),
                            String.join("\n  ", trial.reasons())));
        }
        proof.unproven().forEach(id -> out.printf("%nno counterexample is known to %s", id));
        proof.stale().forEach(claim -> out.printf("%nstale: %s", claim));
        Tally total = proof.total();
        out.printf(
                Locale.ROOT,
                "%n%d counterexamples, %d killed, %d equivalent, %d survivors; %d of %d clauses proven, %.1f s%n",
                total.counterexamples(),
                total.killed(),
                total.equivalent(),
                total.survivors(),
                proof.clauses().size() - proof.unproven().size(),
                proof.clauses().size(),
                seconds(proof));
    }

    private record Report(
            long counterexamples,
            long killed,
            long equivalent,
            List<Line> survivors,
            List<String> stale,
            List<String> unproven,
            List<Tally> classes,
            double seconds,
            int oddities,
            List<String> refused) {}

    private record Line(String clause, String what, String why, String verdict, List<String> named) {}

    private static void printJson(Proof proof, PrintWriter out) {
        List<Line> survivors = proof.survivors().stream()
                .map(trial -> new Line(
                        trial.counterexample().clause(),
                        trial.counterexample().what(),
                        trial.why(),
                        trial.verdict().name(),
                        trial.clauses()))
                .toList();
        Tally total = proof.total();
        out.println(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(new Report(
                        total.counterexamples(),
                        total.killed(),
                        total.equivalent(),
                        survivors,
                        proof.stale(),
                        proof.unproven(),
                        proof.byKind(),
                        seconds(proof),
                        proof.oddities().size(),
                        proof.refused().stream()
                                .map(trial -> trial.oddity().what())
                                .toList())));
    }

    private static double seconds(Proof proof) {
        return proof.took().toMillis() / 1000.0;
    }
}
