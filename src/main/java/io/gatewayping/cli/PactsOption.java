package io.gatewayping.cli;

import io.gatewayping.contract.Contract;
import io.gatewayping.pact.CheckedPacts;
import io.gatewayping.pact.PactCheck;
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
import picocli.CommandLine.Parameters;

/** Which pacts to take: files that are named, or all of a folder. */
final class PactsOption {

    private static final List<String> SECRETS = List.of("GATE_TOKEN", "PACT_BROKER_TOKEN", "PACT_BROKER_PASSWORD");

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "Pacts, of any consumer (default: all of --pacts, which must cover every documented response).")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--pacts",
            paramLabel = "DIR",
            defaultValue = "${sys:gate.pacts}",
            description = "The folder of pacts (default: pacts/).")
    private @Nullable Path folder;

    /** The folder that they stand in. */
    Path folder() {
        Path named = files.isEmpty()
                ? Objects.requireNonNullElse(folder, Path.of("pacts"))
                : files.get(0).getParent();
        return named == null ? Path.of("") : named;
    }

    List<PactDocument> read() {
        try {
            List<PactDocument> pacts = new ArrayList<>();
            for (Path file : files.isEmpty() ? filesOf(folder()) : files) {
                pacts.add(PactDocument.read(file));
            }
            return pacts;
        } catch (UnreadablePact e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    CheckedPacts check(Contract contract) {
        List<String> secrets =
                SECRETS.stream().map(System::getenv).filter(Objects::nonNull).toList();
        PactCheck check = new PactCheck(contract, secrets);
        try {
            return files.isEmpty() ? check.checkAll(folder(), read()) : check.check(read());
        } catch (UnreadablePact e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private static List<Path> filesOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> pacts = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (pacts.isEmpty()) {
                throw new UsageError(folder + " holds no pact; name FILEs, or another folder with --pacts");
            }
            return pacts;
        } catch (IOException e) {
            throw new UsageError(folder + " is no folder of pacts; name FILEs, or another folder with --pacts");
        }
    }
}
