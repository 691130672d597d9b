package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.cli.GateProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The gate as a process of its own, from the jar of this build: with options for its Java, and all that it prints seen. */
public final class GateJvm {

    private GateJvm() {}

    /**
     * Has a provider judged.
     *
     * @param options for Java
     * @param more for the gate
     */
    static Judged judge(URI provider, List<String> options, String... more) throws IOException, InterruptedException {
        Path reports = Files.createTempDirectory(Path.of("target"), "hostile-");
        return Judged.read(run(options, Judged.arguments(provider, reports, more)), reports);
    }

    /**
     * Runs one command.
     *
     * @param options for Java
     */
    public static GateProcess.Result run(List<String> options, String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("gate", ".out");
        Path err = Files.createTempFile("gate", ".err");
        Process process = start(options, out, err, arguments);
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("the gate ends")
                    .isTrue();
            return new GateProcess.Result(process.exitValue(), text(out), text(err));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Starts a command, whose output goes into these files. */
    public static Process start(List<String> options, Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(QuickStart.java(
                Stream.concat(Stream.of(QuickStart.option()), options.stream()).toList()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
