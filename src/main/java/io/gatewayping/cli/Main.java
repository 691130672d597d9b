package io.gatewayping.cli;

import io.gatewayping.broker.BrokerFault;
import io.gatewayping.contract.InvalidContract;
import io.gatewayping.gate.Verdict;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The command line. The only place that exits. */
@Command(
        name = "gate",
        description = "Does this provider keep the contract of the gateway ping test?",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            CheckCommand.class,
            InitCommand.class,
            DoctorCommand.class,
            StubCommand.class,
            ClausesCommand.class,
            ProveCommand.class,
            PactsCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the provider conforms",
            "1:the provider does not conform",
            "2:wrong usage or configuration",
            "3:inconclusive, it could not be judged"
        },
        footer = {
            "%nExamples:",
            "  gate check",
            "  GATE_TOKEN=… gate check --base-url https://api.example.com",
            "  gate stub --port 8080",
            "  gate clauses --json",
            "  gate prove",
            "  gate pacts check"
        })
public final class Main {

    /** The commands that take their options from a file too; the first has them all. */
    private static final List<String> CONFIGURED = List.of("check", "doctor");

    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args));
    }

    /**
     * Runs one command.
     *
     * @return its exit code
     */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> explained(failure, command));
        commandLine.setParameterExceptionHandler((failure, arguments) -> {
            failure.getCommandLine().getErr().println("gate: " + failure.getMessage());
            failure.getCommandLine()
                    .getErr()
                    .println("Try '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
            return CommandLine.ExitCode.USAGE;
        });
        try {
            configure(commandLine, List.of(args));
        } catch (UsageError e) {
            err.println("gate: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        return commandLine.execute(args);
    }

    /** What is not said on the command line may stand in the environment or in a file. */
    private static void configure(CommandLine commandLine, List<String> arguments) {
        if (arguments.isEmpty() || !CONFIGURED.contains(arguments.get(0))) {
            return;
        }
        Map<String, CommandLine> commands = commandLine.getSubcommands();
        CommandLine known = Objects.requireNonNull(commands.get(CONFIGURED.get(0)));
        CommandLine command = Objects.requireNonNull(commands.get(arguments.get(0)));
        command.setDefaultValueProvider(ConfigFile.read(known, arguments, System.getenv()));
    }

    private static int explained(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof InvalidContract || failure instanceof UsageError) {
            command.getErr().println("gate: " + failure.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        if (failure instanceof BrokerFault fault) {
            command.getErr().println("gate: " + fault.getMessage());
            return (fault.isRefusal() ? Verdict.DOES_NOT_CONFORM : Verdict.INCONCLUSIVE).exitCode();
        }
        throw failure;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"gate " + (version == null ? "(not packaged)" : version)};
        }
    }
}
