package io.gatewayping.cli;

import io.gatewayping.broker.Broker;
import io.gatewayping.broker.BrokerAccess;
import io.gatewayping.broker.BrokerFault;
import io.gatewayping.broker.Build;
import io.gatewayping.broker.Checkout;
import io.gatewayping.broker.SelectedPact;
import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Transport;
import io.gatewayping.pact.PactDocument;
import io.gatewayping.pact.Verification;
import io.gatewayping.pact.VerifiedPact;
import io.gatewayping.pact.VerifiedPacts;
import io.gatewayping.state.ProviderStates;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gate pacts verify}: verifies pacts against a provider, and tells the broker that they come from. */
@Command(
        name = "verify",
        description = {
            "Verify pacts against the provider at --base-url: FILEs, or what a broker selects.",
            "",
            "A broker selects those of main and matching branches, deployed or released, pending and work in progress."
                    + " Results are published only when every interaction was run. What is broken and pending is told,"
                    + " and fails no build."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "%nExamples:",
            "  GATE_TOKEN=… gate pacts verify --base-url http://127.0.0.1:8080 pacts/*.json",
            "  GATE_TOKEN=… gate pacts verify --base-url http://127.0.0.1:8080",
            "  GATE_TOKEN=… gate pacts verify --base-url http://127.0.0.1:8080 --publish --provider-version 2.1.0"
        })
final class PactsVerifyCommand implements Callable<Integer> {

    private static final String VERSION = "--provider-version";
    private static final int WIP_DAYS = 30;
    private static final int WORDS = 1000;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Pacts, of any consumer (default: those that the broker selects).")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private ContractOption contractOption = new ContractOption();

    @Mixin
    private ProviderOption providerOption = new ProviderOption();

    @Mixin
    private BrokerOption brokerOption = new BrokerOption();

    @Option(names = "--publish", description = "Publish the results, when every interaction of every pact was run.")
    private boolean publish;

    @Option(names = VERSION, paramLabel = "VERSION", description = "The provider's version, as --publish tells it.")
    private @Nullable String version;

    @Mixin
    private BuildOption buildOption = new BuildOption();

    @Option(
            names = "--include-wip-pacts-since",
            paramLabel = "DATE",
            description =
                    "Work in progress is what was published since, as 2026-11-01 (default: " + WIP_DAYS + " days).")
    private @Nullable LocalDate wipSince;

    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            description = "Where verdict.json, report.html and junit.xml go (default: nowhere).")
    private @Nullable Path reportDir;

    @Option(names = "--json", description = "As JSON: verdict, inconclusive, pacts.")
    private boolean json;

    @Override
    public Integer call() throws BrokerFault {
        ProviderOption.Given given = providerOption.given();
        if (given == null) {
            throw new UsageError("no provider: give --base-url");
        }
        if (publish && !files.isEmpty()) {
            throw new UsageError("--publish is for what a broker selects: leave the FILEs out");
        }
        if (publish && BuildOption.given(version).isEmpty()) {
            throw new UsageError("no version of the provider: give it with " + VERSION);
        }
        try (VerifiedPactsOutput output = new VerifiedPactsOutput(
                Objects.requireNonNull(spec).commandLine().getOut(), json, reportDir)) {
            VerifiedPacts verified = verified(given, output);
            output.ended(verified);
            return verified.exitCode();
        }
    }

    private VerifiedPacts verified(ProviderOption.Given given, VerifiedPactsOutput output) throws BrokerFault {
        try {
            return verifiedOrRefused(given, output);
        } catch (BrokerFault e) {
            output.brokenOff(String.valueOf(e.getMessage()));
            // What the broker says no to, as a branch or a version, is no fault of the provider.
            throw e.ofUnknownOutcome();
        }
    }

    private VerifiedPacts verifiedOrRefused(ProviderOption.Given given, VerifiedPactsOutput output) throws BrokerFault {
        Contract contract = contractOption.load();
        try (Transport transport = new Transport(providerOption.limits())) {
            Verification verification = new Verification(
                    transport,
                    new ProviderStates(
                            transport, given.stateUrl(), given.tokens().valid()),
                    given.baseUrl(),
                    contract.underTest().security().scheme(),
                    given.tokens().valid());
            return files.isEmpty() ? ofBroker(contract, verification, output) : ofFiles(verification, output);
        }
    }

    private VerifiedPacts ofFiles(Verification verification, VerifiedPactsOutput output) {
        List<VerifiedPact> verified = new ArrayList<>();
        Redaction secrets = new Redaction(PactsOption.secrets());
        for (PactDocument pact : PactsFolderOption.read(files)) {
            verified.add(verification.verify(pact, false).shown(text -> Excerpt.of(secrets.redact(text), WORDS)));
            output.print(verified.get(verified.size() - 1), List.of());
        }
        return verification.verified(verified);
    }

    private VerifiedPacts ofBroker(Contract contract, Verification verification, VerifiedPactsOutput output)
            throws BrokerFault {
        BrokerAccess access = brokerOption.access();
        Checkout checkout = BuildOption.checkout(Path.of(""));
        String branch = buildOption.branch(checkout);
        try (Broker broker = new Broker(access)) {
            Map<SelectedPact, VerifiedPact> verified = new LinkedHashMap<>();
            for (SelectedPact pact : broker.forVerification(contract.provider(), branch, sinceWhen())) {
                VerifiedPact result =
                        verification.verify(pact.document(), pact.pending()).shown(broker::shown);
                verified.put(pact, result);
                output.print(result, pact.why());
            }
            VerifiedPacts all = verification.verified(List.copyOf(verified.values()));
            if (verified.isEmpty()) {
                return new VerifiedPacts(
                        List.of(),
                        List.of("the broker selected no pact with " + contract.provider() + ": nothing was verified"));
            }
            if (publish) {
                publish(broker, verified, all, buildOption.of(String.valueOf(version), checkout), output);
            }
            return all;
        }
    }

    private LocalDate sinceWhen() {
        return Objects.requireNonNullElseGet(
                wipSince, () -> LocalDate.now(ZoneOffset.UTC).minusDays(WIP_DAYS));
    }

    private void publish(
            Broker broker,
            Map<SelectedPact, VerifiedPact> verified,
            VerifiedPacts all,
            Build build,
            VerifiedPactsOutput output)
            throws BrokerFault {
        if (!all.isWhole()) {
            output.say("nothing was published: "
                    + (all.inconclusive().isEmpty()
                            ? "not every interaction was run"
                            : "nothing is known of the provider"));
            return;
        }
        try {
            for (Map.Entry<SelectedPact, VerifiedPact> pact : verified.entrySet()) {
                broker.publishResult(pact.getKey(), pact.getValue(), build);
            }
        } catch (BrokerFault e) {
            output.endedUnpublished(all, String.valueOf(e.getMessage()));
            throw e;
        }
        output.say("published " + Count.of(verified.size(), "result") + ": " + all.tally());
        output.say("  as %s %s (branch %s)".formatted(all.pacts().get(0).provider(), build.version(), build.branch()));
    }
}
