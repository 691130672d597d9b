package io.gatewayping.cli;

import io.gatewayping.broker.Build;
import io.gatewayping.broker.Checkout;
import java.io.PrintWriter;
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
            split = ConfigFile.BETWEEN_VALUES,
            description = "A tag of the version, for brokers without branches and environments; may be repeated.")
    private List<String> tags = new ArrayList<>();

    /**
     * All that is told of what is built in a checkout.
     *
     * @param version as it was given, or null
     * @param option that gives the version
     * @param warnings takes what is not as it should be
     */
    Build of(@Nullable String version, String option, Checkout checkout, PrintWriter warnings) {
        return of(given(version).orElseGet(() -> described(option, checkout, warnings)), checkout);
    }

    /** All that is told of a version. */
    Build of(String version, Checkout checkout) {
        return new Build(
                version,
                branch(checkout),
                given(buildUrl).or(checkout::buildUrl).orElse(null),
                List.copyOf(tags));
    }

    String branch(Checkout checkout) {
        return given(branch)
                .or(checkout::branch)
                .orElseThrow(() ->
                        new UsageError("no branch: neither git nor the CI server names one; give it with --branch"));
    }

    private static String described(String option, Checkout checkout, PrintWriter warnings) {
        Checkout.Version described = version(option, checkout);
        if (described.dirty()) {
            String what = "what is checked out has changes that are not committed";
            if (checkout.isBuiltByCi()) {
                throw new UsageError(what + ": nothing is published by CI as " + described.name()
                        + "; commit them (git status shows them), or give the version with " + option);
            }
            warnings.println("gate: warning: " + what + ": the version is " + described.name());
        }
        return described.name();
    }

    /** The version as git describes it. */
    static Checkout.Version version(String option, Checkout checkout) {
        try {
            return checkout.version();
        } catch (Checkout.NoVersion e) {
            throw new UsageError("no version: " + e.getMessage() + "; give it with " + option);
        }
    }

    static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(it -> !it.isBlank());
    }

    static Checkout checkout(Path folder) {
        return new Checkout(folder.toAbsolutePath(), System.getenv());
    }
}
