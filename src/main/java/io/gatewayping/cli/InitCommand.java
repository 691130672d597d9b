package io.gatewayping.cli;

import io.gatewayping.exchange.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gate init}: writes a commented gate.yaml. */
@Command(
        name = "init",
        description = "Write a gate.yaml, in which the options of gate check stand, with what each means.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = "gate.yaml",
            description = "What to write (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        if (Files.exists(file)) {
            throw new UsageError(file + " is there already; take it away, or name another with --file");
        }
        try (InputStream template = Objects.requireNonNull(InitCommand.class.getResourceAsStream("gate.yaml"))) {
            Files.copy(template, file);
        } catch (IOException e) {
            throw new UsageError(file + " cannot be written: " + FileFault.words(e));
        }
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println("wrote " + file + "; fill in base-url and gateway, set GATE_TOKEN, and run gate doctor");
        return 0;
    }
}
