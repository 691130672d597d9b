package io.gatewayping.cli;

import io.gatewayping.gate.Verdict;
import io.gatewayping.state.Visit;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gate doctor}: tries the way to a live deployment, step by step. */
@Command(
        name = "doctor",
        description = "Try the way to a live deployment: certificates, proxy, token, gateway, and one start.",
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

    @SuppressWarnings("UnusedVariable") // It is read before the command is.
    @Option(
            names = ConfigFile.OPTION,
            paramLabel = "FILE",
            description = "Take options from this file (default: gate.yaml, where it is).")
    private @Nullable Path config;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        URI baseUrl = providerOption.baseUrl();
        if (baseUrl == null) {
            throw new UsageError("gate doctor needs --base-url: where the contract's paths begin");
        }
        Visit visit = liveOption.visit(null);
        LiveCheck check = new LiveCheck(
                contractOption.load(), baseUrl, visit, liveOption, accessOption, providerOption, out::println);
        out.println("gate doctor tries " + baseUrl + ": it starts one ping test on " + visit.owner());
        String obstacle = check.obstacle();
        out.println(obstacle == null ? "all is well: gate check --live can be run" : obstacle);
        return obstacle == null ? 0 : Verdict.INCONCLUSIVE.exitCode();
    }
}
