package io.gatewayping.cli;

import io.gatewayping.broker.Build;
import io.gatewayping.broker.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What the broker is told of the application, beside its version. Where Maven gives it, it does so by the names of Pact's
 * own plugin.
 */
final class BuildOption {

    @Option(
            names = {"--branch", "--provider-branch"},
            paramLabel = "NAME",
            defaultValue = "${sys:pact.publish.consumer.branchName}",
            description = "The branch that it was built from (default: git's, or the CI server's).")
    private @Nullable String branch;

    @Option(
            names = "--build-url",
            paramLabel = "URL",
            defaultValue = "${sys:pact.publish.consumer.buildUrl}",
            description = "Where the build can be seen (default: what the CI server says).")
    private @Nullable String buildUrl;

    @Option(
            names = {"--tag", "--provider-tag"},
            paramLabel = "NAME",
            description = "A tag of the version, for brokers without branches and environments; may be repeated.")
    private List<String> tags = new ArrayList<>();

    /**
     * All that is told.
     *
     * @param version as it was given, or null
     * @param option that gives the version
     * @param folder of the checkout that it is built from
     */
    Build of(@Nullable String version, String option, Path folder) {
        Checkout checkout = new Checkout(folder.toAbsolutePath(), System.getenv());
        String name = Optional.ofNullable(branch)
                .filter(given -> !given.isBlank())
                .or(checkout::branch)
                .orElseThrow(() ->
                        new UsageError("no branch: neither git nor the CI server names one; give it with --branch"));
        return new Build(
                version(version, option, folder),
                name,
                Optional.ofNullable(buildUrl).or(checkout::buildUrl).orElse(null),
                List.copyOf(tags));
    }

    /** The version as it was given, or as git describes it. */
    static String version(@Nullable String version, String option, Path folder) {
        return Optional.ofNullable(version)
                .filter(given -> !given.isBlank())
                .or(new Checkout(folder.toAbsolutePath(), System.getenv())::version)
                .orElseThrow(() -> new UsageError(
                        "no version: git describes none in " + folder.toAbsolutePath() + "; give it with " + option));
    }
}
