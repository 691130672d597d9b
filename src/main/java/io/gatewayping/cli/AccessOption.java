package io.gatewayping.cli;

import io.gatewayping.access.Certificates;
import io.gatewayping.access.Unusable;
import io.gatewayping.exchange.Network;
import io.gatewayping.exchange.Proxies;
import io.gatewayping.exchange.StandingHeaders;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to get to a provider and in. */
final class AccessOption {

    @Option(
            names = "--token-url",
            paramLabel = "URL",
            description = "Take tokens from this OAuth 2 token endpoint, by client credentials: GATE_CLIENT_ID and"
                    + " GATE_CLIENT_SECRET in the environment.")
    private @Nullable String tokenUrl;

    @Option(
            names = "--header-env",
            paramLabel = "NAME=VARIABLE",
            split = ConfigFile.BETWEEN_VALUES,
            description =
                    "Send one more header with every request, with the value of an environment variable: a secret, as the"
                            + " token is, which no answer may repeat.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Trust these certificates (PEM) beside those that the system trusts.")
    private @Nullable Path authorities;

    @Option(
            names = "--client-cert",
            paramLabel = "FILE",
            description = "Show this certificate: PEM with its key, or PKCS 12 with its password in"
                    + " GATE_CLIENT_CERT_PASSWORD.")
    private @Nullable Path own;

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = "Connect through this proxy (default: HTTPS_PROXY, but for NO_PROXY).")
    private @Nullable String proxy;

    @Nullable
    URI tokenUrl() {
        return tokenUrl == null ? null : UrlOption.parse("--token-url", tokenUrl);
    }

    StandingHeaders headers() {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> variables = new LinkedHashMap<>();
        for (String header : headers) {
            String[] parts = header.split("=", 2);
            String name = parts[0];
            boolean named = parts.length == 2
                    && (Secrets.isVariableName(parts[1]) || System.getenv().containsKey(parts[1]));
            if (!named) {
                throw new UsageError(
                        "--header-env (not shown: it may hold the value itself) is no NAME=VARIABLE, a header and"
                                + " the environment variable that holds its value, such as X-Key=EXTRA_KEY");
            }
            if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
                throw new UsageError("--header-env '" + name + "' is no name of a header");
            }
            variables.put(name, parts[1]);
            values.put(name, variable(parts[1], "--header-env " + name));
        }
        return new StandingHeaders(values, variables);
    }

    /** Nothing is dropped in silence: the stub is reached without any of these. */
    void refuseForTheStub() {
        String unused = authorities != null
                ? "--ca"
                : own != null ? "--client-cert" : proxy != null ? "--proxy" : headers.isEmpty() ? null : "--header-env";
        if (unused != null) {
            throw new UsageError(unused + " needs --base-url: the stub is reached without it");
        }
    }

    /** A state-change URL is judged with one token, which is in the environment. */
    void refuseTokenUrl(String needed) {
        if (tokenUrl != null) {
            throw new UsageError(
                    "--token-url needs " + needed + "; elsewhere, the token is in an environment variable");
        }
    }

    Network network() {
        return new Network(sockets(), proxies());
    }

    private Supplier<SSLSocketFactory> sockets() {
        if (authorities == null && own == null) {
            return Network::ofTheSystem;
        }
        String password = System.getenv("GATE_CLIENT_CERT_PASSWORD");
        try {
            SSLSocketFactory made =
                    Certificates.sockets(authorities, own, password == null ? new char[0] : password.toCharArray());
            return () -> made;
        } catch (Unusable e) {
            throw new UsageError((own == null ? "--ca " + authorities : "--ca or --client-cert") + " cannot be used: "
                    + e.getMessage());
        }
    }

    private Proxies proxies() {
        if (proxy != null) {
            return new Proxies(UrlOption.parse("--proxy", proxy), false, Proxies.exceptions(environment("NO_PROXY")));
        }
        String given = environment("HTTPS_PROXY");
        if (given == null || given.isBlank()) {
            return Proxies.NONE;
        }
        try {
            URI url = URI.create(given.contains("://") ? given : "http://" + given);
            if (url.getHost() != null && "http".equalsIgnoreCase(url.getScheme())) {
                return new Proxies(url, true, Proxies.exceptions(environment("NO_PROXY")));
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new UsageError("the environment variable HTTPS_PROXY holds no URL such as http://proxy.example.com:3128");
    }

    private static @Nullable String environment(String name) {
        return Stream.of(name, name.toLowerCase(Locale.ROOT))
                .map(System::getenv)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** The value of an environment variable that there must be. */
    static String variable(String name, String why) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new UsageError("the environment variable " + name + " is empty; " + why + " needs it");
        }
        return value.strip();
    }
}
