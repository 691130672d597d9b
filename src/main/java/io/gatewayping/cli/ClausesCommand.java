package io.gatewayping.cli;

import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Operation;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code gate clauses}: lists every clause of the contract. */
@Command(
        name = "clauses",
        description =
                "List every clause of the contract: its id, its basis and what it demands; with --json also where it stands.",
        mixinStandardHelpOptions = true,
        footer = {
            "%nExamples:",
            "  gate clauses",
            "  gate clauses --json | jq -r '.[] | select(.basis == \"inferred\") | .id'"
        })
final class ClausesCommand implements Callable<Integer> {

    private static final int WIDTH = 120;
    private static final int ID = 62;
    private static final int BASIS = 12;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ContractOption contractOption = new ContractOption();

    @Option(names = "--json", description = "As a JSON array of {id, place, basis, text, supporting}.")
    private boolean json;

    private record Line(String id, String place, String basis, String text, boolean supporting) {}

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Contract contract = contractOption.load();
        Collection<Clause> clauses = contract.clauses();
        if (json) {
            List<Line> lines = clauses.stream()
                    .map(clause -> new Line(
                            clause.id(), clause.place(), clause.basis().word(), clause.text(), clause.supporting()))
                    .toList();
            out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(lines));
        } else {
            printTable(out, clauses);
            contract.operations().forEach(operation -> printUnjudged(out, contract, operation));
        }
        return 0;
    }

    /** What a request may bring and no check sends, so that nobody takes it for a clause. */
    private static void printUnjudged(PrintWriter out, Contract contract, Operation operation) {
        contract.requestObligations(operation).parameters().keySet().stream()
                .filter(parameter -> !parameter.isRequired())
                .forEach(parameter -> out.printf(
                        "%nno clause: the optional %s parameter %s of %s, which no check sends; pacts and the stub are held to it%n",
                        parameter.in(), parameter.name(), operation.id()));
    }

    private static void printTable(PrintWriter out, Collection<Clause> clauses) {
        Help.TextTable table = Help.TextTable.forColumns(
                Help.defaultColorScheme(Help.Ansi.OFF),
                new Column(ID, 0, Column.Overflow.WRAP),
                new Column(BASIS, 0, Column.Overflow.WRAP),
                new Column(WIDTH - ID - BASIS, 0, Column.Overflow.WRAP));
        table.addRowValues(cells("CLAUSE", "BASIS", "TEXT"));
        clauses.forEach(
                clause -> table.addRowValues(cells(clause.id(), clause.basis().word(), clause.text())));
        table.toString().lines().map(String::stripTrailing).forEach(out::println);
    }

    private static Text[] cells(String... cells) {
        return Arrays.stream(cells).map(Help.Ansi.OFF::text).toArray(Text[]::new);
    }
}
