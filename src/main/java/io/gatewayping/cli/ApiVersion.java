package io.gatewayping.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the API, in the paths of the contract in place of its own. */
record ApiVersion(String version) {

    private static final Pattern OWN = Pattern.compile("(?m)^  version: ['\"]?([\\w.-]+)");

    ApiVersion {
        if (!version.matches("[\\w.-]+")) {
            throw new UsageError("--api-version '" + version + "' is no version such as v1");
        }
    }

    String in(String contract) {
        Matcher own = OWN.matcher(contract);
        if (!own.find() || !contract.contains("/" + own.group(1) + "/")) {
            throw new UsageError("--api-version needs a contract whose paths hold the version of its info");
        }
        return contract.replace("/" + own.group(1) + "/", "/" + version + "/");
    }
}
