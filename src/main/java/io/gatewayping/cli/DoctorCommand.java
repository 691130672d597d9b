package io.gatewayping.cli;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Noun;
import io.gatewayping.exchange.WayTo;
import io.gatewayping.gate.Seed;
import io.gatewayping.gate.Verdict;
import io.gatewayping.state.Advice;
import io.gatewayping.state.Visit;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gate doctor}: tries the way to a provider, step by step, and says of each what was found. */
@Command(
        name = "doctor",
        description = {
            "Try the way to a provider, step by step, and say what was found.",
            "Proxy, name, TCP, TLS, token, and the gateway (or owner) by one start; or, without --gateway, the state-change"
                    + " URL and whether the token is refused."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ContractOption contractOption = new ContractOption();

    @Mixin
    private ProviderOption providerOption = new ProviderOption();

    @Mixin
    private AccessOption accessOption = new AccessOption();

    @Mixin
    private LiveOption liveOption = new LiveOption();

    @Mixin
    private ApiVersionOption apiVersionOption = new ApiVersionOption();

    @SuppressWarnings("UnusedVariable") // Its file is read before the command is.
    @Mixin
    private ConfigOption configOption = new ConfigOption();

    @Override
    public Integer call() {
        if (!providerOption.isGiven()) {
            throw new UsageError("gate doctor needs --base-url: where the contract's paths begin");
        }
        if (liveOption.isLive() || liveOption.hasOwner()) {
            return live();
        }
        Contract contract = apiVersionOption.of(contractOption);
        String live = contract.keys().owner().isPresent() ? new Advice(contract).ownerOption() : LiveOption.LIVE;
        LiveOption.refuseWithoutLive(Objects.requireNonNull(spec), live);
        accessOption.refuseTokenUrl(live);
        return byStateUrl(contract, live);
    }

    private int live() {
        URI baseUrl = Objects.requireNonNull(providerOption.baseUrl());
        Contract contract = apiVersionOption.of(contractOption);
        Visit visit = liveOption.visit(contract, null);
        String owner = visit.owner(contract);
        out("gate doctor tries " + baseUrl + ": it starts one " + contract.task()
                + (owner.isEmpty() ? "" : " on " + owner));
        if (accessOption.tokenUrl() == null) {
            providerOption.token();
        }
        if (!isOpen(baseUrl) || !isOpen(accessOption.tokenUrl())) {
            return ended(false);
        }
        step("token", accessOption.tokenUrl() == null ? "from " + providerOption.tokenVariable() : "asked for");
        LiveCheck check = new LiveCheck(
                contract, baseUrl, visit, liveOption, accessOption, providerOption, line -> step("", line));
        String obstacle = check.obstacle();
        step(contract.keys().ownerNoun().orElse("start"), obstacle == null ? well(contract, owner) : obstacle);
        if (obstacle != null) {
            lookForTls(baseUrl);
        }
        return ended(obstacle == null);
    }

    private static String well(Contract contract, String owner) {
        String tasks = new Noun(contract.task()).several();
        return owner.isEmpty() ? tasks + " run to their end" : owner + " runs " + tasks + " to their end";
    }

    private int byStateUrl(Contract contract, String live) {
        ProviderOption.Given given = Objects.requireNonNull(providerOption.given());
        out("gate doctor tries " + given.baseUrl() + " by its state-change URL; " + live + " tries a live deployment");
        step("token", "from " + providerOption.tokenVariable());
        boolean isOpen =
                isOpen(given.baseUrl()) && (isOneServer(given.baseUrl(), given.stateUrl()) || isOpen(given.stateUrl()));
        return ended(isOpen && isReadable(contract, given));
    }

    private static boolean isOneServer(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getAuthority().equalsIgnoreCase(other.getAuthority());
    }

    private boolean isReadable(Contract contract, ProviderOption.Given given) {
        try (ArrangedCheck check = new ArrangedCheck(
                contract,
                given,
                providerOption.limits(),
                accessOption.network(),
                accessOption.headers(),
                Duration.ZERO,
                Seed.fresh())) {
            Optional<String> obstacle = check.obstacle();
            if (obstacle.isPresent()) {
                step("provider", obstacle.get());
                lookForTls(given.baseUrl());
                return false;
            }
            step("state URL", given.stateUrl() + " takes state changes");
            step("provider", "answers, and does not refuse the token");
            return true;
        }
    }

    private boolean isOpen(@Nullable URI url) {
        return url == null || wayTo(url).isOpen(this::step);
    }

    private void lookForTls(URI url) {
        if (wayTo(url).isSecureAfterAll()) {
            step("TLS", "it is https that listens there: give --base-url https://" + url.getAuthority());
        }
    }

    private WayTo wayTo(URI url) {
        return new WayTo(url, accessOption.network(), providerOption.limits().requestTimeout());
    }

    private void step(String name, String found) {
        out(String.format(Locale.ROOT, "  %-9s  %s", name, found));
    }

    private int ended(boolean well) {
        out(well ? "all is well: gate check can be run" : "gate check cannot be run before that is mended");
        return well ? 0 : Verdict.INCONCLUSIVE.exitCode();
    }

    private void out(String line) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
