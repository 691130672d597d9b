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
import io.gatewayping.report.ConsoleReport;
import io.gatewayping.report.JsonReport;
import io.gatewayping.report.NothingRunReport;
import io.gatewayping.report.ReportFolder;
import io.gatewayping.state.ProviderStates;
import io.gatewayping.stub.Stub;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "  gate check --base-url http://127.0.0.1:8080 --state-url http://127.0.0.1:8081/states --token-env TOKEN",
            "%nReports: verdict.json, report.html and junit.xml in the report directory."
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ContractOption contractOption = new ContractOption();

    @Mixin
    private ProviderOption providerOption = new ProviderOption();

    @Mixin
    private FeaturesOption featuresOption = new FeaturesOption();

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description = "Run only scenarios with these tags, as '@access and not @slow'.")
    private @Nullable String tags;

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

    @Option(names = "--quiet", description = "Print findings and the verdict only.")
    private boolean quiet;

    @Override
    public Integer call() {
        reportOption.forget();
        ProviderOption.Given provider = providerOption.given();
        Features selected = new Features(List.of(featuresOption.location()), tags, Features.THREADS);
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
            Gate gate = new Gate(
                    contract,
                    keys,
                    List.of(
                            new ConsoleReport(
                                    Objects.requireNonNull(spec).commandLine().getOut(), quiet),
                            new JsonReport(reports.verdict()),
                            new NothingRunReport(reports.html(), reports.junit())));
            RunResult result = run(gate, new Preflight(contract, provider, keys), provider, selected, reports);
            reports.publish();
            return result.verdict().exitCode();
        } catch (IOException e) {
            throw reportOption.unwritable(e);
        }
    }

    private RunResult run(Gate gate, Preflight preflight, Provider provider, Features selected, ReportFolder reports) {
        try {
            gate.check(selected);
            Preflight.Result first = preflight.look();
            return first.obstacle().isPresent()
                    ? gate.notRun(first.obstacle().get())
                    : gate.run(
                            provider,
                            selected,
                            List.of(first.result()),
                            List.of("html:" + reports.html(), "junit:" + reports.junit()));
        } catch (InvalidFeature e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        } catch (FeatureParserException | TagExpressionException e) {
            throw new UsageError(String.valueOf(e.getMessage())
                    .lines()
                    .limit(3)
                    .reduce((a, b) -> a + " " + b)
                    .orElse(""));
        } catch (RuntimeException | Error e) {
            Optional<IOException> unwritten = Failure.inputOutput(e);
            if (unwritten.isPresent()) {
                throw reportOption.unwritable(unwritten.get());
            }
            if (e instanceof CucumberException) {
                throw new UsageError("the features cannot be run: " + e.getMessage());
            }
            return gate.notRun(Failure.of(e).words());
        }
    }
}
