package io.gatewayping.cli;

import io.gatewayping.exchange.Limits;
import io.gatewayping.exchange.Tokens;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which provider to ask, and how. */
final class ProviderOption {

    private static final String STATE_PATH = "/_pact/provider-states";

    private static final String TOKEN_VARIABLE = "GATE_TOKEN";

    /** A shorter one may stand in any URL. */
    private static final int TELLING = 12;

    @Option(names = "--base-url", paramLabel = "URL", description = "Where the contract's paths begin.")
    private @Nullable String baseUrl;

    @Option(
            names = "--state-url",
            paramLabel = "URL",
            description = "Takes the provider's state changes (default: {base-url}" + STATE_PATH + ").")
    private @Nullable String stateUrl;

    @Option(
            names = "--token-env",
            paramLabel = "NAME",
            defaultValue = TOKEN_VARIABLE,
            description = "The environment variable that holds the bearer token (default: ${DEFAULT-VALUE}).")
    private String tokenVariable = "";

    @Option(
            names = "--expired-token-env",
            paramLabel = "NAME",
            description = "The environment variable that holds a token that has expired, which must be refused.")
    private @Nullable String expiredTokenVariable;

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
     * @param tokens the valid one lets us in
     */
    record Given(URI baseUrl, URI stateUrl, Tokens tokens) {}

    /** The provider that was given, or null when none was. */
    @Nullable
    Given given() {
        if (baseUrl == null) {
            if (stateUrl != null) {
                throw new UsageError("--state-url needs --base-url: the stub has its own");
            }
            if (expiredTokenVariable != null) {
                throw new UsageError("--expired-token-env needs --base-url: the stub has its own tokens");
            }
            if (!tokenVariable.equals(TOKEN_VARIABLE)) {
                throw new UsageError("--token-env needs --base-url: the stub has its own tokens");
            }
            return null;
        }
        URI base = url("--base-url", baseUrl);
        URI states = stateUrl == null ? defaultStateUrl(base) : url("--state-url", stateUrl);
        return new Given(base, states, tokens(token()));
    }

    /** Where the contract's paths begin, or null when that was not said. */
    @Nullable
    URI baseUrl() {
        if (stateUrl != null) {
            throw new UsageError("--state-url and --live exclude each other: a state-change URL is arranged by alone");
        }
        return baseUrl == null ? null : url("--base-url", baseUrl);
    }

    /** Reports tell where was asked, and no token. */
    private URI url(String option, String given) {
        String token = System.getenv(tokenVariable);
        if (token != null && token.strip().length() >= TELLING && given.contains(token.strip())) {
            throw new UsageError(option + " (not shown) holds the token that " + shown(tokenVariable, "--token-env")
                    + " holds; it is sent in a header, and stands in no URL");
        }
        return UrlOption.parse(option, given);
    }

    /** Whether a provider was given, and not the stub. */
    boolean isGiven() {
        return baseUrl != null;
    }

    /** The environment variable that holds the token. */
    String tokenVariable() {
        return tokenVariable;
    }

    Limits limits() {
        return new Limits(requestTimeout);
    }

    /** The valid token. */
    String token() {
        return token(tokenVariable, "--token-env");
    }

    /** That valid token, and the expired one where one was given. */
    Tokens tokens(String valid) {
        return expiredTokenVariable == null
                ? Tokens.of(valid)
                : new Tokens(valid, expired(token(expiredTokenVariable, "--expired-token-env"), valid));
    }

    private static String token(String variable, String option) {
        String token = System.getenv(variable);
        if (token == null || token.isBlank()) {
            throw new UsageError("the environment variable " + shown(variable, option)
                    + " holds no token; set it, or name another with " + option);
        }
        String bare = token.strip();
        if (!bare.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new UsageError("the environment variable " + shown(variable, option)
                    + " holds a token with a line break or another character that no header carries");
        }
        return bare;
    }

    /** Whoever gives the token itself must not see it in a log. */
    private static String shown(String variable, String option) {
        return Secrets.isVariableName(variable)
                ? variable
                : "that " + option + " names (not shown: it may be the token itself)";
    }

    private static String expired(String token, String valid) {
        if (token.equals(valid)) {
            throw new UsageError("--expired-token-env names the valid token: it must be refused, and that one is not");
        }
        return token;
    }

    private static URI defaultStateUrl(URI base) {
        return URI.create(base.toString().replaceFirst("/$", "") + STATE_PATH);
    }
}
