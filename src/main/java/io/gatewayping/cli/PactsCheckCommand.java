package io.gatewayping.cli;

import io.gatewayping.pact.CheckedPacts;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gate pacts check}: holds pacts against the contract. */
@Command(
        name = "check",
        description = {
            "Hold pacts against the contract: can a conforming provider keep each interaction?",
            "",
            "Judged are what is sent, what is needed of the answer (values and matching rules), the provider states and"
                    + " the clauses that it refers to. What only some conforming answers hold is told. No secret may"
                    + " stand in a pact."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "%nA documented response that a consumer in pacts/ has no interaction for is left out with a reason, in",
            "left-out.yaml beside the pacts:",
            "  some-consumer:",
            "    '429': it asks once an hour",
            "%nExamples:",
            "  gate pacts check",
            "  gate pacts check ../web-app/target/pacts/*.json"
        })
final class PactsCheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ContractOption contractOption = new ContractOption();

    @Mixin
    private PactsOption pactsOption = new PactsOption();

    @Option(names = "--json", description = "As JSON: verdict, inconclusive, findings, tighter, pacts.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        CheckedPacts checked = pactsOption.check(contractOption.load());
        if (json) {
            CheckedPactsPrinter.printJson(checked, out);
        } else {
            CheckedPactsPrinter.print(checked, out);
            out.println(checked.verdict());
        }
        return checked.verdict().exitCode();
    }
}
