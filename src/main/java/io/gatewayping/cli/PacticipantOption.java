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
            description = "Its version (default for the consumer of the pacts in pacts/: what git describe says).")
    private @Nullable String version;

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            description = "The environment, as the broker names it (required).")
    private String environment = "";

    @Option(names = "--to-environment", paramLabel = "NAME", hidden = true, description = "As pact-broker has it.")
    private String toEnvironment = "";

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
        List<String> consumers = consumers();
        if (consumers.size() != 1) {
            throw new UsageError("the pacts are those of " + consumers + "; name one with --pacticipant");
        }
        return consumers.get(0);
    }

    private List<String> consumers() {
        return folderOption.read().stream()
                .map(PactDocument::consumer)
                .distinct()
                .toList();
    }

    /** As it was given, or as git describes it: where the pacts stand, which is the checkout of their consumer alone. */
    String version() {
        return BuildOption.given(version).orElseGet(() -> {
            if (pacticipant != null && !consumers().contains(pacticipant)) {
                throw new UsageError("no version: " + folderOption.folder() + " holds no pact of " + pacticipant
                        + ", so that its version is not known here; give it with " + VERSION);
            }
            return BuildOption.version(VERSION, BuildOption.checkout(folderOption.folder()))
                    .name();
        });
    }

    String environment() {
        return BuildOption.given(environment)
                .or(() -> BuildOption.given(toEnvironment))
                .orElseThrow(() -> new UsageError("no environment: give it with --environment"));
    }
}
