package io.gatewayping.cli;

import io.cucumber.core.gherkin.FeatureParserException;
import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Response;
import io.gatewayping.gate.Verdict;
import io.gatewayping.proof.Proof;
import io.gatewayping.proof.Prover;
import io.gatewayping.proof.Trial;
import io.gatewayping.stub.Stub;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--json", description = "As JSON: counterexamples, killed, survivors, unproven, seconds.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Contract contract = contractOption.load();
        Predicate<Clause> chosen = it -> clause == null || it.id().equals(clause);
        if (contract.clauses().stream().noneMatch(chosen)) {
            throw new UsageError("the contract has no clause " + clause + "; gate clauses lists them");
        }
        Proof proof;
        try {
            proof = new Prover(contract, featuresOption.location(), trial -> show(trial, out)).prove(chosen);
        } catch (FeatureParserException e) {
            throw new UsageError(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
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
        if (json || (clause == null && trial.isKilled())) {
            return;
        }
        out.printf(
                "%s  %s: %s%n",
                trial.isKilled() ? "killed  " : "SURVIVED",
                trial.counterexample().clause(),
                trial.counterexample().what());
        if (clause != null || !trial.isKilled()) {
            out.printf("  verdict %s %s%n", trial.verdict(), trial.clauses());
            trial.exchanges().forEach(exchange -> out.println("  " + words(exchange)));
        }
        out.flush();
    }

    private static String words(Exchange exchange) {
        Response response = exchange.response();
        return exchange.request().method() + " with "
                + exchange.request().credential().words() + ": "
                + (response == null
                        ? exchange.failure()
                        : response.status() + " " + response.header("content-type") + " "
                                + Excerpt.of(response.text()));
    }

    private static void print(Proof proof, PrintWriter out) {
        out.printf("%n%-12s %8s %16s %8s%n", "CLASS", "CLAUSES", "COUNTEREXAMPLES", "KILLED");
        proof.byKind()
                .forEach((kind, trials) -> out.printf(
                        "%-12s %8d %16d %8d%n",
                        kind.name().toLowerCase(Locale.ROOT),
                        trials.stream()
                                .map(trial -> trial.counterexample().clause())
                                .distinct()
                                .count(),
                        trials.size(),
                        trials.stream().filter(Trial::isKilled).count()));
        if (!proof.unproven().isEmpty()) {
            out.printf("%nno counterexample is known to:%n");
            proof.unproven().forEach(id -> out.printf("  %s%n", id));
        }
        out.printf(
                Locale.ROOT,
                "%n%d counterexamples to %d of %d clauses, %d killed, %d survivors, %.1f s%n",
                proof.trials().size(),
                proof.clauses().size() - proof.unproven().size(),
                proof.clauses().size(),
                proof.trials().size() - proof.survivors().size(),
                proof.survivors().size(),
                proof.took().toMillis() / 1000.0);
    }

    private record Report(
            int counterexamples, long killed, List<Line> survivors, List<String> unproven, double seconds) {}

    private record Line(String clause, String what, String verdict, List<String> named) {}

    private static void printJson(Proof proof, PrintWriter out) {
        List<Line> survivors = proof.survivors().stream()
                .map(trial -> new Line(
                        trial.counterexample().clause(),
                        trial.counterexample().what(),
                        trial.verdict().name(),
                        trial.clauses()))
                .toList();
        out.println(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(new Report(
                        proof.trials().size(),
                        proof.trials().size() - survivors.size(),
                        survivors,
                        proof.unproven(),
                        proof.took().toMillis() / 1000.0)));
    }
}
