package io.gatewayping.cli;

import io.gatewayping.broker.Broker;
import io.gatewayping.broker.BrokerAccess;
import io.gatewayping.broker.BrokerFault;
import io.gatewayping.broker.Build;
import io.gatewayping.broker.SelectedPact;
import io.gatewayping.exchange.Transport;
import io.gatewayping.gate.Verdict;
import io.gatewayping.pact.InteractionResult;
import io.gatewayping.pact.Verification;
import io.gatewayping.pact.VerifiedPact;
import io.gatewayping.state.ProviderStates;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import picocli.CommandLine.Spec;

/** {@code gate pacts verify}: verifies what a broker selects against a provider, and tells the broker. */
@Command(
        name = "verify",
        description = {
            "Verify the pacts that a broker selects (main and matching branches, deployed or released, pending and work",
            "in progress) against the provider at --base-url. Results are published only when every interaction was run."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "%nExamples:",
            "  GATE_TOKEN=… gate pacts verify --base-url http://127.0.0.1:8080",
            "  GATE_TOKEN=… gate pacts verify --base-url http://127.0.0.1:8080 --publish --provider-version 2.1.0"
        })
final class PactsVerifyCommand implements Callable<Integer> {

    private static final String VERSION = "--provider-version";
    private static final int WIP_DAYS = 30;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ContractOption contractOption = new ContractOption();

    @Mixin
    private ProviderOption providerOption = new ProviderOption();

    @Mixin
    private BrokerOption brokerOption = new BrokerOption();

    @Option(names = "--publish", description = "Publish the results, when every interaction of every pact was run.")
    private boolean publish;

    @Option(
            names = VERSION,
            paramLabel = "VERSION",
            description = "The provider's version (default: what git describe says).")
    private @Nullable String version;

    @Mixin
    private BuildOption buildOption = new BuildOption();

    @Option(
            names = "--include-wip-pacts-since",
            paramLabel = "DATE",
            description =
                    "Work in progress is what was published since, as 2026-11-01 (default: " + WIP_DAYS + " days).")
    private @Nullable LocalDate wipSince;

    @Override
    public Integer call() throws BrokerFault {
        ProviderOption.Given given = providerOption.given();
        if (given == null) {
            throw new UsageError("no provider: give --base-url");
        }
        BrokerAccess access = brokerOption.access();
        Build build = buildOption.of(version, VERSION, Path.of(""));
        String provider = contractOption.load().provider();
        try (Broker broker = new Broker(access);
                Transport transport = new Transport(providerOption.limits())) {
            List<SelectedPact> selected = broker.forVerification(provider, build.branch(), sinceWhen());
            Verification verification = new Verification(
                    transport,
                    new ProviderStates(
                            transport, given.stateUrl(), given.tokens().valid()),
                    given.baseUrl(),
                    given.tokens().valid());
            Map<SelectedPact, VerifiedPact> verified = new LinkedHashMap<>();
            selected.forEach(pact -> verified.put(pact, told(broker, pact, verification.verify(pact.document()))));
            if (selected.isEmpty()) {
                out().println("the broker selected no pact with " + provider + ": nothing was verified");
            } else if (publish) {
                publish(broker, verified, build);
            }
            Verdict verdict = verdict(verified);
            out().println(verdict);
            return verdict.exitCode();
        }
    }

    private LocalDate sinceWhen() {
        return Objects.requireNonNullElseGet(
                wipSince, () -> LocalDate.now(ZoneOffset.UTC).minusDays(WIP_DAYS));
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private VerifiedPact told(Broker broker, SelectedPact selected, VerifiedPact verified) {
        PrintWriter out = out();
        out.printf(
                "%s with %s%s%n",
                broker.shown(verified.pact().consumer()),
                broker.shown(verified.pact().provider()),
                selected.pending() ? " (pending)" : "");
        selected.why().forEach(why -> out.printf("  %s%n", why));
        for (InteractionResult result : verified.results()) {
            String mark =
                    switch (result.verdict()) {
                        case CONFORMS -> "ok    ";
                        case DOES_NOT_CONFORM -> "BROKEN";
                        case INCONCLUSIVE -> "?     ";
                    };
            out.printf("  %s  %s%n", mark, broker.shown(result.name()));
            result.details().forEach(detail -> out.printf("            %s%n", broker.shown(detail)));
        }
        out.flush();
        return verified;
    }

    /** A pending pact that is broken is its consumer's to mend; one that was not run is known by nobody. */
    private static Verdict verdict(Map<SelectedPact, VerifiedPact> verified) {
        boolean broken = verified.entrySet().stream()
                .anyMatch(pact -> pact.getValue().verdict() == Verdict.DOES_NOT_CONFORM
                        && !pact.getKey().pending());
        boolean unknown = verified.isEmpty()
                || verified.values().stream().anyMatch(pact -> pact.verdict() == Verdict.INCONCLUSIVE);
        if (unknown) {
            return Verdict.INCONCLUSIVE;
        }
        return broken ? Verdict.DOES_NOT_CONFORM : Verdict.CONFORMS;
    }

    private void publish(Broker broker, Map<SelectedPact, VerifiedPact> verified, Build build) throws BrokerFault {
        PrintWriter out = out();
        if (verified.values().stream().anyMatch(pact -> pact.verdict() == Verdict.INCONCLUSIVE)) {
            out.println("nothing was published: not every interaction was run");
            return;
        }
        for (Map.Entry<SelectedPact, VerifiedPact> pact : verified.entrySet()) {
            broker.publishResult(pact.getKey(), pact.getValue(), build);
        }
        out.printf(
                "published %d results as %s %s (branch %s)%n",
                verified.size(),
                broker.shown(verified.keySet().iterator().next().document().provider()),
                build.version(),
                build.branch());
    }
}
