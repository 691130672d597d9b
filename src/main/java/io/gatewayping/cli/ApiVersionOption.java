package io.gatewayping.cli;

import io.gatewayping.contract.Contract;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** At which version of the API a deployment serves the contract. */
final class ApiVersionOption {

    @Option(
            names = "--api-version",
            paramLabel = "VERSION",
            description = "The version in the paths of the API, as v1 (default: the contract's).")
    private @Nullable String version;

    Contract of(ContractOption contract) {
        return version == null ? contract.load() : contract.load(new ApiVersion(version));
    }

    /** What a report has to say of it: nothing when it is the contract's own. */
    List<String> words() {
        return version == null ? List.of() : List.of("at the version " + version + " of the API (--api-version)");
    }
}
