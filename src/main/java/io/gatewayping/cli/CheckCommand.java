package io.gatewayping.cli;

import io.cucumber.core.exception.CucumberException;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.tagexpressions.TagExpressionException;
import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Poller;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Sender;
import io.gatewayping.exchange.Tokens;
import io.gatewayping.exchange.Transport;
import io.gatewayping.gate.Features;
import io.gatewayping.gate.Gate;
import io.gatewayping.gate.InvalidFeature;
import io.gatewayping.gate.Preflight;
import io.gatewayping.gate.Provider;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.Seed;
import io.gatewayping.report.CiReport;
import io.gatewayping.report.Circumstances;
import io.gatewayping.report.ConsoleReport;
import io.gatewayping.report.EvidenceFile;
import io.gatewayping.report.ReportFolder;
import io.gatewayping.report.Reports;
import io.gatewayping.state.ProviderStates;
import io.gatewayping.stub.Stub;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gate check}: judges a provider. */
@Command(
        name = "check",
        description = "Judge a provider by the contract: the built-in stub, or the one at --base-url.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "%nExamples:",
            "  gate check",
            "  GATE_TOKEN=… gate check --base-url https://api.example.com",
            "  gate check --tags @access --name 'cut short' --list",
            "  gate check --base-url http://127.0.0.1:8080 --state-url http://127.0.0.1:8081/states --token-env TOKEN",
            "%nReports, in the report directory: report.html and specification.html for people; verdict.json, junit.xml,",
            "exchanges.har, findings.sarif and messages.ndjson for programs."
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ContractOption contractOption = new ContractOption();

    @Mixin
    private ProviderOption providerOption = new ProviderOption();

    @Mixin
    private SelectionOption selectionOption = new SelectionOption();

    @Option(names = "--list", description = "Print which scenarios would be run, and run none.")
    private boolean list;

    @Option(
            names = "--poll-deadline",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = DurationConverter.class,
            description = "How long a task is polled to its end (default: ${DEFAULT-VALUE}).")
    private Duration pollDeadline = Duration.ZERO;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "What the keys are drawn from, to run with the same ones again (default: another each time).")
    private long seed = Seed.fresh().value();

    @Mixin
    private ReportOption reportOption = new ReportOption();

    @Option(
            names = "--evidence",
            paramLabel = "FILE.zip",
            description = "Keep reports, contract, features and their SHA-256 in one file as well.")
    private @Nullable Path evidenceFile;

    @Option(names = "--quiet", description = "Print findings and the verdict only.")
    private boolean quiet;

    @Override
    public Integer call() {
        if (list) {
            return list(contractOption.load(), selectionOption.selected());
        }
        reportOption.forget();
        ProviderOption.Given provider = providerOption.given();
        Features selected = selectionOption.selected();
        Contract contract = contractOption.load();
        try (ReportFolder reports = reportOption.open()) {
            if (provider != null) {
                return check(contract, selected, provider, reports);
            }
            String token = "stub-" + new Seed(seed).at("the token of the stub").nextLong(Long.MAX_VALUE);
            try (Stub stub = Stub.start(contract, "127.0.0.1", 0, token)) {
                return check(
                        contract,
                        selected,
                        new ProviderOption.Given(stub.baseUrl(), stub.stateUrl(), Tokens.ofOurOwn(token)),
                        reports);
            } catch (Stub.NotStarted e) {
                throw new UsageError(String.valueOf(e.getMessage()));
            }
        }
    }

    private int check(Contract contract, Features selected, ProviderOption.Given given, ReportFolder reports) {
        if (!Redaction.isTelling(given.tokens().valid(), contract.words())) {
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getErr()
                    .println("gate: the token is too short or too common to be looked for: whether an answer repeats it"
                            + " is not judged, and no report hides it");
        }
        try (Transport transport = new Transport(providerOption.limits())) {
            Provider provider = new Provider(
                    new Sender(
                            transport,
                            given.baseUrl(),
                            contract.underTest().security().scheme(),
                            given.tokens(),
                            contract.words()),
                    new ProviderStates(
                            transport, given.stateUrl(), given.tokens().valid()),
                    new Poller(Clock.systemUTC(), time -> Thread.sleep(time.toMillis()), pollDeadline));
            Seed keys = new Seed(seed);
            Circumstances circumstances = circumstances(contract, given);
            Reports evidence = new Reports(reports, circumstances);
            CommandLine command = commandSpec().commandLine();
            Gate gate = new Gate(
                    contract,
                    keys,
                    List.of(
                            evidence,
                            new CiReport(circumstances, System.getenv(), command.getOut(), command.getErr()),
                            console(circumstances, reports)));
            RunResult result = run(gate, new Preflight(contract, provider, keys), provider, selected, evidence);
            reports.publish();
            if (evidenceFile != null) {
                keep(evidenceFile, reports, contract, result);
            }
            return result.verdict().exitCode();
        } catch (IOException e) {
            throw reportOption.unwritable(e);
        }
    }

    private RunResult run(Gate gate, Preflight preflight, Provider provider, Features selected, Reports evidence) {
        try {
            gate.check(selected);
            warn(gate, selected);
            Preflight.Result first = preflight.look();
            return first.obstacle().isPresent()
                    ? gate.notRun(first.obstacle().get())
                    : gate.run(provider, selected, List.of(first.result()), evidence.ofCucumber());
        } catch (InvalidFeature e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        } catch (FeatureParserException | TagExpressionException e) {
            throw unusable(e);
        } catch (RuntimeException | Error e) {
            Optional<IOException> unwritten = Failure.inputOutput(e);
            if (unwritten.isPresent()) {
                throw reportOption.unwritable(unwritten.get());
            }
            if (e instanceof CucumberException cucumber) {
                throw unusable(cucumber);
            }
            return gate.notRun(Failure.of(e).words());
        }
    }

    private void warn(Gate gate, Features selected) {
        gate.misspeltTags(selected)
                .forEach(slip -> commandSpec().commandLine().getErr().println("gate: " + slip));
    }

    private int list(Contract contract, Features selected) {
        PrintWriter out = commandSpec().commandLine().getOut();
        try {
            Gate gate = new Gate(contract, new Seed(seed), List.of());
            warn(gate, selected);
            gate.texts(selected).forEach((location, text) -> out.println(location + "  " + text.name()));
            out.flush();
            return 0;
        } catch (FeatureParserException | TagExpressionException | CucumberException e) {
            throw unusable(e);
        }
    }

    private static UsageError unusable(RuntimeException failure) {
        if (failure instanceof FeatureParserException || failure instanceof TagExpressionException) {
            return new UsageError(String.valueOf(failure.getMessage())
                    .lines()
                    .limit(3)
                    .reduce((a, b) -> a + " " + b)
                    .orElse(""));
        }
        return new UsageError("the features cannot be run: " + failure.getMessage());
    }

    private static void keep(Path file, ReportFolder reports, Contract contract, RunResult result) {
        try {
            EvidenceFile.write(file, reports, contract.source(), result.features());
        } catch (IOException e) {
            throw new UsageError("--evidence " + file + " cannot be written: " + e);
        }
    }

    private Circumstances circumstances(Contract contract, ProviderOption.Given given) {
        Map<String, String> options = new LinkedHashMap<>();
        commandSpec()
                .commandLine()
                .getParseResult()
                .matchedOptions()
                .forEach(option -> options.put(option.longestName(), String.join(" ", option.originalStringValues())));
        return new Circumstances(
                providerOption.isGiven() ? given.baseUrl().toString() : "the built-in stub",
                contract,
                Main.version(),
                options,
                selectionOption.words(),
                providerOption.tokenVariable(),
                Instant.now());
    }

    private ConsoleReport console(Circumstances circumstances, ReportFolder reports) {
        CommandLine command = commandSpec().commandLine();
        return new ConsoleReport(
                command.getOut(), command.getColorScheme().ansi().enabled(), quiet, circumstances, reports.page());
    }

    private CommandSpec commandSpec() {
        return Objects.requireNonNull(spec);
    }
}
