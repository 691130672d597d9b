package io.gatewayping.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where options stand that are not given. */
final class ConfigOption {

    @SuppressWarnings("UnusedVariable") // It is read before the command is.
    @Option(
            names = ConfigFile.OPTION,
            paramLabel = "FILE",
            description = "Take options from this file (default: gate.yaml, where it is).")
    private @Nullable Path file;
}
