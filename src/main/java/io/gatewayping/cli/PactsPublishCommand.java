package io.gatewayping.cli;

import io.gatewayping.broker.Broker;
import io.gatewayping.broker.BrokerAccess;
import io.gatewayping.broker.BrokerFault;
import io.gatewayping.broker.Build;
import io.gatewayping.broker.Published;
import io.gatewayping.gate.Verdict;
import io.gatewayping.pact.CheckedPacts;
import io.gatewayping.pact.PactDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gate pacts publish}: publishes pacts that keep the contract. */
@Command(
        name = "publish",
        description =
                "Publish pacts to a broker. They are checked first: one that breaks the contract is not published.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "%nExamples:",
            "  PACT_BROKER_BASE_URL=… PACT_BROKER_TOKEN=… gate pacts publish",
            "  gate pacts publish --consumer-app-version 1.4.2 --branch main"
        })
final class PactsPublishCommand implements Callable<Integer> {

    private static final String VERSION = "--consumer-app-version";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ContractOption contractOption = new ContractOption();

    @Mixin
    private PactsOption pactsOption = new PactsOption();

    @Mixin
    private BrokerOption brokerOption = new BrokerOption();

    @Option(
            names = {VERSION, "-a"},
            paramLabel = "VERSION",
            defaultValue = "${sys:pact.publish.consumer.version}",
            description = "The consumer's version (default: what git describe says).")
    private @Nullable String version;

    @Mixin
    private BuildOption buildOption = new BuildOption();

    @Option(
            names = "--prepare",
            hidden = true,
            paramLabel = "FILE",
            description = "Check only, and write what Maven's pact:publish needs to this file, as properties.")
    private @Nullable Path prepared;

    @Override
    public Integer call() throws BrokerFault, IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = line.getOut();
        BrokerAccess access = brokerOption.access();
        Build build = buildOption.of(version, VERSION, BuildOption.checkout(pactsOption.folder()), line.getErr());
        CheckedPacts checked = pactsOption.check(contractOption.load());
        CheckedPactsPrinter.print(checked, out);
        if (checked.verdict() != Verdict.CONFORMS) {
            out.println("nothing was published");
            out.println(checked.verdict());
            return checked.verdict().exitCode();
        }
        if (prepared != null) {
            prepare(prepared, access, build);
            return Verdict.CONFORMS.exitCode();
        }
        try (Broker broker = new Broker(access)) {
            for (PactDocument pact : checked.pacts()) {
                Published published = broker.publish(pact, build);
                out.printf(
                        "published %s as %s %s (branch %s)%n",
                        pact.source(), broker.shown(pact.consumer()), build.version(), build.branch());
                published.notices().forEach(notice -> out.printf("  %s%n", notice));
                out.flush();
            }
        }
        return Verdict.CONFORMS.exitCode();
    }

    private static void prepare(Path file, BrokerAccess access, Build build) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pacts.broker", access.url().toString());
        properties.setProperty("pacts.version", build.version());
        properties.setProperty("pacts.branch", build.branch());
        if (build.url() != null) {
            properties.setProperty("pacts.build.url", build.url());
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }
}
