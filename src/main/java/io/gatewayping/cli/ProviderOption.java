package io.gatewayping.cli;

import io.gatewayping.exchange.Limits;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which provider to ask, and how. */
final class ProviderOption {

    private static final String STATE_PATH = "/_pact/provider-states";

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where the contract's paths begin (default: the built-in stub).")
    private @Nullable String baseUrl;

    @Option(
            names = "--state-url",
            paramLabel = "URL",
            description = "Takes the provider's state changes (default: {base-url}" + STATE_PATH + ").")
    private @Nullable String stateUrl;

    @Option(
            names = "--token-env",
            paramLabel = "NAME",
            defaultValue = "GATE_TOKEN",
            description = "The environment variable that holds the bearer token (default: ${DEFAULT-VALUE}).")
    private String tokenVariable = "";

    @Option(
            names = "--request-timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = DurationConverter.class,
            description = "How long one answer may take (default: ${DEFAULT-VALUE}).")
    private Duration requestTimeout = Duration.ZERO;

    /**
     * A provider that was given.
     *
     * @param token lets us in
     */
    record Given(URI baseUrl, URI stateUrl, String token) {}

    /** The provider that was given, or null when none was. */
    @Nullable
    Given given() {
        if (baseUrl == null) {
            if (stateUrl != null) {
                throw new UsageError("--state-url needs --base-url: the stub has its own");
            }
            return null;
        }
        URI base = UrlOption.parse("--base-url", baseUrl);
        URI states = stateUrl == null ? defaultStateUrl(base) : UrlOption.parse("--state-url", stateUrl);
        return new Given(base, states, token());
    }

    /** Where the contract's paths begin, or null when that was not said. */
    @Nullable
    URI baseUrl() {
        if (stateUrl != null) {
            throw new UsageError("--state-url and --live exclude each other: a state-change URL is arranged by alone");
        }
        return baseUrl == null ? null : UrlOption.parse("--base-url", baseUrl);
    }

    Limits limits() {
        return new Limits(requestTimeout);
    }

    String token() {
        String token = System.getenv(tokenVariable);
        if (token == null || token.isBlank()) {
            throw new UsageError("the environment variable " + tokenVariable
                    + " holds no token; set it, or name another with --token-env");
        }
        return token.strip();
    }

    private static URI defaultStateUrl(URI base) {
        return URI.create(base.toString().replaceFirst("/$", "") + STATE_PATH);
    }
}
