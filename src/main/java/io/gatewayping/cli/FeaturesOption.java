package io.gatewayping.cli;

import io.gatewayping.exchange.FileFault;
import io.gatewayping.gate.Features;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which features to run. */
final class FeaturesOption {

    @Option(
            names = "--features",
            paramLabel = "DIR",
            defaultValue = "${sys:gate.features}",
            description = "The features to run (default: those in features/).")
    private @Nullable Path directory;

    /** Where they stand, as Cucumber takes it. */
    String location() {
        if (directory == null) {
            return Features.BUILT_IN;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            if (files.noneMatch(file -> file.toString().endsWith(".feature"))) {
                throw new UsageError("--features " + directory + " holds no .feature file");
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UsageError("--features " + directory + " cannot be read: " + FileFault.words(e));
        }
        return directory.toUri().toString();
    }
}
