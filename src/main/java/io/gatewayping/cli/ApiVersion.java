package io.gatewayping.cli;

import java.util.function.UnaryOperator;

/** A version of the API, in the paths of the contract in place of its own. */
record ApiVersion(String version) {

    ApiVersion {
        if (!version.matches("[\\w.-]+")) {
            throw new UsageError("--api-version '" + version + "' is no version such as v1");
        }
    }

    /** Puts it in the place of a contract's own. */
    UnaryOperator<String> instead(String own) {
        return contract -> {
            if (own.isEmpty() || !contract.contains("/" + own + "/")) {
                throw new UsageError("--api-version needs a contract whose paths hold the version of its info");
            }
            return contract.replace("/" + own + "/", "/" + version + "/");
        };
    }
}
