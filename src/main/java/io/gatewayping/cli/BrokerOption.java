package io.gatewayping.cli;

import io.gatewayping.broker.BrokerAccess;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which broker to ask. Its secrets come from the environment alone: a command line is seen by everybody. */
final class BrokerOption {

    private static final String TOKEN = "PACT_BROKER_TOKEN";
    private static final String USER = "PACT_BROKER_USERNAME";

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
        return access(System.getenv());
    }

    BrokerAccess access(Map<String, String> environment) {
        if (url == null || url.isBlank()) {
            throw new UsageError("no broker: set PACT_BROKER_BASE_URL, or give --broker-base-url");
        }
        URI broker = UrlOption.parse("--broker-base-url", url);
        String token = value(environment, TOKEN);
        String user = value(environment, USER);
        if (token != null && user != null) {
            throw new UsageError(TOKEN + " and " + USER + " are both set: a broker takes one of them; unset the other");
        }
        return new BrokerAccess(broker, token, user, value(environment, "PACT_BROKER_PASSWORD"), timeout);
    }

    private static @Nullable String value(Map<String, String> environment, String name) {
        return BuildOption.given(environment.get(name)).map(String::strip).orElse(null);
    }
}
