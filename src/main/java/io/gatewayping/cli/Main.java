package io.gatewayping.cli;

import io.gatewayping.gate.Verdict;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. The only place that exits. */
@Command(
        name = "gate",
        description = "Does this provider keep the contract: that of the gateway ping test, or another one?",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = Main.EXIT_CODES,
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

    static final String EXIT_CODES = "%nExit codes:%n";

    /** The commands that take their options from a file too; the first has them all. */
    private static final List<String> CONFIGURED = List.of("check", "doctor");

    private static final List<Class<?>> COMMANDS = List.of(
            CheckCommand.class,
            InitCommand.class,
            DoctorCommand.class,
            StubCommand.class,
            ReplayCommand.class,
            ClausesCommand.class,
            ProveCommand.class,
            PactsCommand.class,
            DocsCommand.class,
            CompletionCommand.class,
            HelpCommand.class);

    private static final Set<Class<?>> SPEAKING_OF_OTHERS =
            Set.of(DoctorCommand.class, CompletionCommand.class, HelpCommand.class);

    private Main() {}

    /**
     * Runs one command and exits with its code. With {@code -Dgate.exits-from=100}, 100 stands for 0 and so on: what started
     * this process can then tell what the gate says from what Java itself exits with.
     */
    public static void main(String[] args) {
        // Digits and cases are the same wherever this runs.
        Locale.setDefault(Locale.ROOT);
        System.setProperty("java.util.logging.config.class", NoLog.class.getName());
        int first = firstExitCode();
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            // What this thread had to do was not done: there is no verdict to trust.
            Runtime.getRuntime().halt(first + told(failure, err));
        });
        if (first != 0) {
            endWithLauncher();
        }
        System.exit(first + run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), err, args));
    }

    /** What stands for 0 among the exit codes of this process. */
    static int firstExitCode() {
        return Integer.getInteger("gate.exits-from", 0);
    }

    /** A launcher that is killed cannot pass that on. */
    private static void endWithLauncher() {
        ProcessHandle.current().parent().ifPresent(launcher -> {
            CompletableFuture<Void> unused =
                    launcher.onExit().thenRun(() -> Runtime.getRuntime().halt(Verdict.INCONCLUSIVE.exitCode()));
        });
    }

    /**
     * Runs one command.
     *
     * @return its exit code
     */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        int exitCode = executed(out, err, args);
        if (out.checkError() && exitCode == Verdict.CONFORMS.exitCode()) {
            err.println(
                    "gate: not all could be printed: whoever read the standard output has gone, or its disk is full;"
                            + " read it to the end, or write it where there is room");
            return Verdict.INCONCLUSIVE.exitCode();
        }
        return exitCode;
    }

    private static int executed(PrintWriter out, PrintWriter err, String... args) {
        try {
            CommandLine commandLine = commandLine(List.of(args));
            completed(commandLine);
            Numbers.readFor(commandLine);
            commandLine.setOut(out);
            commandLine.setErr(err);
            commandLine.setExecutionExceptionHandler((failure, command, parsed) -> told(failure, err));
            commandLine.setParameterExceptionHandler((wrong, arguments) -> {
                CommandLine command = wrong.getCommandLine();
                ParameterException failure = firstOf(wrong);
                if (command.getCommand() instanceof CheckCommand) {
                    ReportOption.forget(command.getDefaultValueProvider(), arguments);
                }
                err.println("gate: " + UsageMessage.of(failure) + Suggestion.of(failure));
                err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
                return CommandLine.ExitCode.USAGE;
            });
            configure(commandLine, List.of(args));
            return commandLine.execute(args);
        } catch (Throwable failure) {
            return told(failure, err);
        }
    }

    /** The commands: all of them, unless the arguments call one that does without the others. What picocli reads takes time. */
    static CommandLine commandLine(List<String> arguments) {
        CommandLine commandLine = new CommandLine(new Main());
        COMMANDS.stream()
                .filter(command -> !SPEAKING_OF_OTHERS.contains(command))
                .filter(command -> arguments.indexOf(name(command)) == 0)
                .findFirst()
                .map(List::<Class<?>>of)
                .orElse(COMMANDS)
                .forEach(commandLine::addSubcommand);
        return commandLine;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    /** What is missing may have been misspelt. */
    private static ParameterException firstOf(ParameterException failure) {
        List<String> unknown = failure.getCommandLine().getUnmatchedArguments();
        return failure instanceof MissingParameterException && !unknown.isEmpty()
                ? new UnmatchedArgumentException(failure.getCommandLine(), unknown)
                : failure;
    }

    /** What holds for every command: it tells its version, and what its exit codes mean. */
    private static void completed(CommandLine command) {
        command.getCommandSpec().versionProvider(new Version());
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        if (usage.exitCodeList().isEmpty()) {
            usage.exitCodeListHeading(EXIT_CODES);
            usage.exitCodeList(exitCodes());
        }
        command.getSubcommands().values().forEach(Main::completed);
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "yes, or done");
        codes.put("1", "no: what was asked about does not conform");
        codes.put("2", "wrong usage or configuration");
        codes.put("3", "inconclusive, it could not be judged");
        return codes;
    }

    /** What is not said on the command line may stand in the environment or in a file. */
    private static void configure(CommandLine commandLine, List<String> arguments) {
        if (arguments.isEmpty() || !CONFIGURED.contains(arguments.get(0))) {
            return;
        }
        Map<String, CommandLine> commands = commandLine.getSubcommands();
        CommandLine known = Objects.requireNonNull(commands.get(CONFIGURED.get(0)));
        CommandLine command = Objects.requireNonNull(commands.get(arguments.get(0)));
        ConfigFile config = ConfigFile.read(known, arguments, System.getenv());
        command.setDefaultValueProvider(config);
        String fault = config.fault();
        if (fault != null) {
            if (command.getCommand() instanceof CheckCommand) {
                ReportOption.forget(config, arguments.toArray(String[]::new));
            }
            throw new UsageError(fault);
        }
    }

    private static int told(Throwable failure, PrintWriter err) {
        Failure explained = Failure.of(failure);
        err.println("gate: " + Secrets.hidden(explained.words()));
        return explained.exitCode();
    }

    /** The version of this program. */
    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"gate " + version()};
        }
    }
}
