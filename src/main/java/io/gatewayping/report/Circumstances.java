package io.gatewayping.report;

import io.gatewayping.contract.Contract;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Of whom, by what, with what and when a verdict was reached.
 *
 * @param provider its base URL, or that it is the built-in stub
 * @param contract what it was judged by
 * @param gate the version of this program
 * @param options those that were given, by name
 * @param filter the options among them that leave scenarios out, empty when none does
 * @param notes what the verdict has to be said with
 * @param tokenVariable the environment variable that holds the token, for commands that show a finding again
 * @param start when the run began
 */
public record Circumstances(
        String provider,
        Contract contract,
        String gate,
        Map<String, String> options,
        String filter,
        List<String> notes,
        String tokenVariable,
        Instant start) {

    /** Whether tasks were started as any caller can, and no states arranged. */
    boolean isLive() {
        return Boolean.parseBoolean(options.get("--live"));
    }

    /** The Java that this runs on. */
    String java() {
        return System.getProperty("java.vm.name") + " " + Runtime.version();
    }

    /** By what was judged, in words. */
    String byWhat() {
        return contract.source().name() + " " + contract.source().version();
    }
}
