package io.gatewayping.cli;

import io.gatewayping.broker.BrokerAccess;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which broker to ask. Its secrets come from the environment alone: a command line is seen by everybody. */
final class BrokerOption {

    @Option(
            names = "--broker-base-url",
            paramLabel = "URL",
            defaultValue = "${env:PACT_BROKER_BASE_URL}",
            description = "Where the broker's index is (default: PACT_BROKER_BASE_URL of the environment).")
    private @Nullable String url;

    @Option(
            names = "--broker-timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = DurationConverter.class,
            description = "How long one answer of the broker may take (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    BrokerAccess access() {
        if (url == null || url.isBlank()) {
            throw new UsageError("no broker: set PACT_BROKER_BASE_URL, or give --broker-base-url");
        }
        URI broker = UrlOption.parse("--broker-base-url", url);
        return new BrokerAccess(
                broker,
                environment("PACT_BROKER_TOKEN"),
                environment("PACT_BROKER_USERNAME"),
                environment("PACT_BROKER_PASSWORD"),
                timeout);
    }

    private static @Nullable String environment(String name) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
