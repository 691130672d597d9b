package io.gatewayping.cli;

import io.gatewayping.contract.Contract;
import io.gatewayping.pact.CheckedPacts;
import io.gatewayping.pact.PactCheck;
import io.gatewayping.pact.PactDocument;
import io.gatewayping.pact.UnreadablePact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private PactsFolderOption folderOption = new PactsFolderOption();

    /** The folder that they stand in. */
    Path folder() {
        return files.isEmpty()
                ? folderOption.folder()
                : Objects.requireNonNullElse(files.get(0).getParent(), Path.of(""));
    }

    private List<PactDocument> read() {
        return files.isEmpty() ? folderOption.read() : PactsFolderOption.read(files);
    }

    CheckedPacts check(Contract contract) {
        PactCheck check = new PactCheck(contract, secrets());
        try {
            return files.isEmpty() ? check.checkAll(folder(), read()) : check.check(read());
        } catch (UnreadablePact e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    /** What this process knows and nobody else may. */
    static List<String> secrets() {
        return SECRETS.stream().map(System::getenv).filter(Objects::nonNull).toList();
    }
}
