package io.gatewayping.cli;

import io.gatewayping.report.ReportFolder;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the reports go. */
final class ReportOption {

    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            defaultValue = "target/gate",
            description = "Where the reports go (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("");

    /** Takes the reports of the run before away, whatever becomes of this one. */
    void forget() {
        try {
            ReportFolder.forget(folder);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Does so where the arguments are wrong, and the command itself is not run. */
    static void forget(String... arguments) {
        ReportOption option = new ReportOption();
        try {
            new CommandLine(option).setUnmatchedArgumentsAllowed(true).parseArgs(arguments);
            option.forget();
        } catch (ParameterException | UsageError e) {
            // What is wrong with the arguments is told already.
        }
    }

    ReportFolder open() {
        try {
            ReportFolder opened = ReportFolder.open(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(opened::close));
            return opened;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    UsageError unwritable(IOException cause) {
        return new UsageError(
                "--report-dir " + folder + " cannot be written to: " + cause + "; make room there, or name another");
    }
}
