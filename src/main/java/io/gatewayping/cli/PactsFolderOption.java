package io.gatewayping.cli;

import io.gatewayping.pact.PactDocument;
import io.gatewayping.pact.UnreadablePact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder of the pacts that the consumer tests of this checkout write. */
final class PactsFolderOption {

    @Option(
            names = "--pacts",
            paramLabel = "DIR",
            defaultValue = "${sys:gate.pacts}",
            description = "The folder of pacts (default: pacts/).")
    private @Nullable Path folder;

    Path folder() {
        return Objects.requireNonNullElse(folder, Path.of("pacts"));
    }

    List<PactDocument> read() {
        return read(files());
    }

    static List<PactDocument> read(List<Path> files) {
        try {
            List<PactDocument> pacts = new ArrayList<>();
            for (Path file : files) {
                pacts.add(PactDocument.read(file));
            }
            return pacts;
        } catch (UnreadablePact e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder())) {
            List<Path> pacts = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (pacts.isEmpty()) {
                throw new UsageError(folder() + " holds no pact; name FILEs, or another folder with --pacts");
            }
            return pacts;
        } catch (IOException e) {
            throw new UsageError(folder() + " is no folder of pacts; name FILEs, or another folder with --pacts");
        }
    }
}
