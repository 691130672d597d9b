package io.gatewayping.cli;

import io.cucumber.core.exception.CucumberException;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.tagexpressions.TagExpressionException;
import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Network;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Tokens;
import io.gatewayping.gate.Features;
import io.gatewayping.gate.Gate;
import io.gatewayping.gate.InvalidFeature;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.Seed;
import io.gatewayping.gate.Verdict;
import io.gatewayping.report.CiReport;
import io.gatewayping.report.Circumstances;
import io.gatewayping.report.ConsoleReport;
import io.gatewayping.report.ReportFolder;
import io.gatewayping.report.Reports;
import io.gatewayping.state.Visit;
import io.gatewayping.stub.Stub;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
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
            "  GATE_TOKEN=… gate check --live --base-url https://api.example.com --gateway CNF7K9X0AB",
            "  gate check --tags @access --name 'cut short' --list",
            "  gate check --base-url http://127.0.0.1:8080 --state-url http://127.0.0.1:8081/states --token-env TOKEN",
            "%nReports, in the report directory: report.html and specification.html for people; verdict.json, junit.xml,",
            "exchanges.har, findings.sarif and messages.ndjson for programs."
        })
final class CheckCommand implements Callable<Integer> {

    private static final Duration POLL_DEADLINE = Duration.ofSeconds(30);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ContractOption contractOption = new ContractOption();

    @Mixin
    private ProviderOption providerOption = new ProviderOption();

    @Mixin
    private SelectionOption selectionOption = new SelectionOption();

    @Mixin
    private AccessOption accessOption = new AccessOption();

    @Mixin
    private KnownOption knownOption = new KnownOption();

    @Mixin
    private LiveOption liveOption = new LiveOption();

    @Mixin
    private ApiVersionOption apiVersionOption = new ApiVersionOption();

    @SuppressWarnings("UnusedVariable") // Its file is read before the command is.
    @Mixin
    private ConfigOption configOption = new ConfigOption();

    @Option(names = "--list", description = "Print which scenarios would be run, and run none.")
    private boolean list;

    @Option(
            names = "--poll-deadline",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long a task is polled to its end (default: 30s, and 5m with --live).")
    private @Nullable Duration pollDeadline;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "What the keys are drawn from, to run with the same ones again (default: another each time).")
    private long seed = Seed.fresh().value();

    @Mixin
    private ReportOption reportOption = new ReportOption();

    @Mixin
    private EvidenceOption evidenceOption = new EvidenceOption();

    @Option(
            names = "--quiet",
            description =
                    "Print no line for each scenario, only findings, what was not judged, figures and the verdict.")
    private boolean quiet;

    @Override
    public Integer call() {
        if (list) {
            Contract contract = apiVersionOption.of(contractOption);
            CommandLine command = commandSpec().commandLine();
            return new ScenarioList(new Gate(contract, new Seed(seed), List.of()), command.getOut(), command.getErr())
                    .print(accepted(contract), selectionOption.whyNone());
        }
        reportOption.forget();
        Contract contract = apiVersionOption.of(contractOption);
        Features selected = accepted(contract);
        if (liveOption.isLive()) {
            return checkLive(contract, selected);
        }
        ProviderOption.Given provider = providerOption.given();
        if (provider != null) {
            return check(contract, selected, provider);
        }
        String token = "stub-" + new Seed(seed).at("the token of the stub").nextLong(Long.MAX_VALUE);
        try (Stub stub = Stub.start(contract, "127.0.0.1", 0, token)) {
            return check(
                    contract,
                    selected,
                    new ProviderOption.Given(stub.baseUrl(), stub.stateUrl(), Tokens.ofOurOwn(token)));
        } catch (Stub.NotStarted e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Which scenarios to run, where every option can be used as it was given: what a run would refuse is refused for
     * {@code --list} too.
     */
    private Features accepted(Contract contract) {
        Set<String> given = GivenOptions.of(commandSpec()).keySet();
        if (liveOption.isLive()) {
            if (given.contains("--workers")) {
                throw new UsageError(
                        "--workers and --live exclude each other: a deployment is asked one thing at a time");
            }
            liveBaseUrl();
            liveOption.visit(contract, pollDeadline);
            if (accessOption.tokenUrl() == null) {
                providerOption.token();
            }
        } else {
            LiveOption.refuseWithoutLive(commandSpec(), LiveOption.LIVE);
            accessOption.refuseTokenUrl(LiveOption.LIVE);
            if (providerOption.given() == null) {
                accessOption.refuseForTheStub();
            }
        }
        network();
        accessOption.headers();
        knownOption.acceptance();
        evidenceOption.refuseWhereItCannotBeKept();
        return selectionOption.selected(liveOption.isLive());
    }

    private URI liveBaseUrl() {
        URI baseUrl = providerOption.baseUrl();
        if (baseUrl == null) {
            throw new UsageError("--live needs --base-url: where the contract's paths begin");
        }
        return baseUrl;
    }

    private int checkLive(Contract contract, Features selected) {
        URI baseUrl = liveBaseUrl();
        Visit visit = liveOption.visit(contract, pollDeadline);
        if (accessOption.tokenUrl() == null) {
            tellIfNotLookedFor(providerOption.token(), contract);
        }
        PrintWriter out = commandSpec().commandLine().getOut();
        out.println(liveOption.announcement(contract, visit, baseUrl.toString()));
        LiveCheck check = new LiveCheck(contract, baseUrl, visit, liveOption, accessOption, providerOption, line -> {
            if (!quiet) {
                out.println("        " + line);
                out.flush();
            }
        });
        try (Interruption interruption = Interruption.of(check::stop);
                ReportFolder reports = reportOption.open()) {
            interruption.cleansUp(reports::close);
            Reports evidence = new Reports(reports, circumstances(contract, baseUrl));
            Gate gate = gate(contract, new Seed(seed), reports, evidence);
            RunResult result =
                    judged(gate, selected, check::sent, () -> check.run(gate, selected, evidence.ofCucumber()));
            return interruption.ended(ended(result, contract, reports));
        }
    }

    private int check(Contract contract, Features selected, ProviderOption.Given given) {
        tellIfNotLookedFor(given.tokens().valid(), contract);
        Seed keys = new Seed(seed);
        try (ArrangedCheck check = new ArrangedCheck(
                        contract,
                        given,
                        providerOption.limits(),
                        network(),
                        accessOption.headers(),
                        Objects.requireNonNullElse(pollDeadline, POLL_DEADLINE),
                        keys);
                Interruption interruption = Interruption.of(check::stop);
                ReportFolder reports = reportOption.open()) {
            interruption.cleansUp(reports::close);
            Reports evidence = new Reports(reports, circumstances(contract, given.baseUrl()));
            Gate gate = gate(contract, keys, reports, evidence);
            RunResult result =
                    judged(gate, selected, check::sent, () -> check.run(gate, selected, evidence.ofCucumber()));
            return interruption.ended(ended(result, contract, reports));
        }
    }

    /** No proxy stands before the stub. */
    private Network network() {
        return providerOption.isGiven() ? accessOption.network() : Network.plain();
    }

    private void tellIfNotLookedFor(String token, Contract contract) {
        if (!Redaction.isTelling(token, contract.words())) {
            commandSpec()
                    .commandLine()
                    .getErr()
                    .println("gate: the token is too short or too common to be looked for: whether an answer repeats it"
                            + " is not judged, and no report hides it");
        }
    }

    private interface Judging {
        RunResult result() throws InvalidFeature;
    }

    private RunResult judged(Gate gate, Features selected, IntSupplier sent, Judging judging) {
        try {
            gate.check(selected);
            gate.misspeltTags(selected)
                    .forEach(slip -> commandSpec().commandLine().getErr().println("gate: " + slip));
            return gate.texts(selected).isEmpty()
                    ? gate.notRun("no scenario was run: " + selectionOption.whyNone(), 0)
                    : judging.result();
        } catch (UsageError e) {
            throw e;
        } catch (InvalidFeature e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        } catch (FeatureParserException | TagExpressionException e) {
            throw FeatureFault.of(e);
        } catch (RuntimeException | Error e) {
            Optional<IOException> unwritten = Failure.inputOutput(e);
            if (unwritten.isPresent()) {
                throw reportOption.unwritable(unwritten.get());
            }
            if (e instanceof CucumberException cucumber) {
                throw FeatureFault.of(cucumber);
            }
            return gate.notRun(Failure.of(e).words(), sent.getAsInt());
        }
    }

    private int ended(RunResult result, Contract contract, ReportFolder reports) {
        try {
            reports.publish();
        } catch (IOException e) {
            throw reportOption.unwritable(e);
        }
        evidenceOption.keep(reports, contract.source(), result.features());
        knownOption.write(result);
        // A list of known findings that does not hold is its user's to mend, not the provider's.
        return result.verdict() == Verdict.CONFORMS && !result.staleKnown().isEmpty()
                ? CommandLine.ExitCode.USAGE
                : result.verdict().exitCode();
    }

    private Circumstances circumstances(Contract contract, URI baseUrl) {
        return new Circumstances(
                providerOption.isGiven() ? baseUrl.toString() : "the built-in stub",
                contract,
                Main.version(),
                GivenOptions.of(commandSpec()),
                selectionOption.words(),
                apiVersionOption.words(),
                providerOption.tokenVariable(),
                Instant.now());
    }

    private Gate gate(Contract contract, Seed keys, ReportFolder reports, Reports evidence) {
        CommandLine command = commandSpec().commandLine();
        Circumstances of = evidence.circumstances();
        return new Gate(
                contract,
                keys,
                knownOption.acceptance(),
                List.of(
                        evidence,
                        new CiReport(of, System.getenv(), command.getOut(), command.getErr()),
                        new ConsoleReport(
                                command.getOut(),
                                command.getColorScheme().ansi().enabled(),
                                quiet,
                                of,
                                reports.page())));
    }

    private CommandSpec commandSpec() {
        return Objects.requireNonNull(spec);
    }
}
