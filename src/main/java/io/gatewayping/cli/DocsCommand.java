package io.gatewayping.cli;

import io.cucumber.core.exception.CucumberException;
import io.cucumber.core.gherkin.FeatureParserException;
import io.gatewayping.contract.Contract;
import io.gatewayping.counterexample.Counterexample;
import io.gatewayping.counterexample.Counterexamples;
import io.gatewayping.exchange.FileFault;
import io.gatewayping.gate.Features;
import io.gatewayping.gate.Gate;
import io.gatewayping.gate.ScenarioText;
import io.gatewayping.gate.Seed;
import io.gatewayping.report.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code gate docs}: writes the living documentation. */
@Command(
        name = "docs",
        description = "Write pages on the contract, the features, every clause and the provider states.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"%nExamples:", "  gate check && gate docs --out target/docs"})
final class DocsCommand implements Callable<Integer> {

    private static final Path USUAL = Path.of("target", "gate", "verdict.json");

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ContractOption contractOption = new ContractOption();

    @Mixin
    private FeaturesOption featuresOption = new FeaturesOption();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the pages go.")
    private Path out = Path.of("");

    @Option(
            names = "--results",
            paramLabel = "FILE",
            description =
                    "The verdict.json of the run whose outcomes are shown (default: target/gate/verdict.json, where"
                            + " it is).")
    private @Nullable Path results;

    @Override
    public Integer call() {
        Contract contract = contractOption.load();
        Map<String, Long> counterexamples = Counterexamples.of(contract).stream()
                .filter(Counterexample::breaks)
                .collect(Collectors.groupingBy(Counterexample::clause, Collectors.counting()));
        try {
            new Site(contract, texts(contract), counterexamples, last()).write(out);
        } catch (IOException e) {
            throw new UsageError("--out " + out + " cannot be written to: " + FileFault.words(e));
        }
        Objects.requireNonNull(spec).commandLine().getOut().println(out.resolve("index.html"));
        return 0;
    }

    private Map<String, ScenarioText> texts(Contract contract) {
        try {
            return new Gate(contract, Seed.fresh(), List.of()).texts(Features.all(featuresOption.location()));
        } catch (FeatureParserException | CucumberException e) {
            throw FeatureFault.of(e);
        }
    }

    private @Nullable JsonNode last() {
        Path file = Objects.requireNonNullElse(results, USUAL);
        if (results == null && Files.notExists(file)) {
            return null;
        }
        if (!Files.isReadable(file)) {
            throw new UsageError("--results " + file + " cannot be read; name the verdict.json of a run");
        }
        JsonNode last;
        try {
            last = JsonMapper.shared().readTree(file.toFile());
        } catch (JacksonException e) {
            throw noResults(file);
        }
        if (!last.path("verdict").isString() || !last.path("scenarios").isArray()) {
            throw noResults(file);
        }
        return last;
    }

    private static UsageError noResults(Path file) {
        return new UsageError("--results " + file + " is no verdict.json of a run");
    }
}
