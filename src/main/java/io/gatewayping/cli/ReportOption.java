package io.gatewayping.cli;

import io.gatewayping.exchange.FileFault;
import io.gatewayping.report.ReportFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the reports go. */
final class ReportOption {

    private static final Path DEFAULT = Path.of("target", "gate");

    /** What is asked to tell something is no run. */
    private static final Set<String> NO_RUN = Set.of("--list", "--help", "--version", "-h", "-V", "-hV", "-Vh");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            description = "Where the reports go (default: target/gate, or a folder of its own where that is refused).")
    private @Nullable Path folder;

    /** Takes the reports of the run before away, whatever becomes of this one. */
    void forget() {
        try {
            ReportFolder.forget(folder());
        } catch (IOException e) {
            // Elsewhere this run would leave the old verdict to be read as its own.
            throw folder == null
                    ? new UsageError("the reports of an earlier run in " + DEFAULT + " cannot be taken away: "
                            + FileFault.words(e) + "; take them away, or name another folder with --report-dir")
                    : unwritable(e);
        }
    }

    /** Does so where the arguments are wrong, and the command itself is not run. */
    static void forget(@Nullable IDefaultValueProvider configured, String... arguments) {
        if (Stream.of(arguments).anyMatch(NO_RUN::contains)) {
            return;
        }
        ReportOption option = new ReportOption();
        try {
            new CommandLine(option)
                    .setDefaultValueProvider(configured)
                    .setUnmatchedArgumentsAllowed(true)
                    .parseArgs(arguments);
            option.forget();
        } catch (ParameterException | UsageError e) {
            // What is wrong with the arguments is told already.
        }
    }

    /** A folder for the reports of this run. Whoever opens it sees to it that it is closed when the process ends. */
    ReportFolder open() {
        try {
            return ReportFolder.open(folder());
        } catch (IOException e) {
            if (folder != null) {
                throw unwritable(e);
            }
            return elsewhere(e);
        }
    }

    /** Whoever asked for no folder can do without that one: a checkout may be read-only, or somebody else's. */
    private ReportFolder elsewhere(IOException refused) {
        try {
            folder = Files.createTempDirectory("gate-");
            ReportFolder opened = ReportFolder.open(folder);
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getErr()
                    .println("gate: the reports go to " + folder + ", since " + DEFAULT + " cannot be written to: "
                            + FileFault.words(refused));
            return opened;
        } catch (IOException e) {
            throw unwritable(refused);
        }
    }

    /** An empty one would be the folder that this runs in, where other files have the names of reports. */
    private Path folder() {
        if (folder != null && folder.toString().isBlank()) {
            throw new UsageError("--report-dir names no folder");
        }
        return Objects.requireNonNullElse(folder, DEFAULT);
    }

    UsageError unwritable(IOException cause) {
        return unwritable(folder(), cause);
    }

    static UsageError unwritable(Path folder, IOException cause) {
        return new UsageError("--report-dir " + folder + " cannot be written to: " + FileFault.words(cause)
                + "; make room there, or name another");
    }
}
