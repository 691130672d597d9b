package io.gatewayping.cli;

import io.gatewayping.pact.PactDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which version of which application, and where it goes. */
final class PacticipantOption {

    private static final String VERSION = "--version";

    @Option(
            names = {"--pacticipant", "-a"},
            paramLabel = "NAME",
            description = "The application (default: the consumer of the pacts in pacts/).")
    private @Nullable String pacticipant;

    @Option(
            names = {VERSION, "-e"},
            paramLabel = "VERSION",
            description = "Its version (default: what git describe says).")
    private @Nullable String version;

    @Option(
            names = {"--environment", "--to-environment"},
            paramLabel = "NAME",
            required = true,
            description = "The environment, as the broker names it.")
    private String environment = "";

    // As in pact-broker's own client, --version is that of the application; help alone is standard here.
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help;

    @Mixin
    private PactsFolderOption folderOption = new PactsFolderOption();

    String name() {
        if (pacticipant != null) {
            return pacticipant;
        }
        List<String> consumers = folderOption.read().stream()
                .map(PactDocument::consumer)
                .distinct()
                .toList();
        if (consumers.size() != 1) {
            throw new UsageError("the pacts are those of " + consumers + "; name one with --pacticipant");
        }
        return consumers.get(0);
    }

    String version() {
        return BuildOption.version(version, VERSION, folderOption.folder());
    }

    String environment() {
        return environment;
    }
}
