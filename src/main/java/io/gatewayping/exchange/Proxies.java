package io.gatewayping.exchange;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which servers are reached through a proxy. The connection goes through it by {@code CONNECT}, so that what is sent is
 * read by nobody in between.
 *
 * @param proxy the proxy, or null when there is none
 * @param onlySecure whether plain HTTP goes by itself
 * @param except hosts, domains with a dot before or without one, or {@code *}
 */
public record Proxies(@Nullable URI proxy, boolean onlySecure, List<String> except) {

    /** No proxy at all. */
    public static final Proxies NONE = new Proxies(null, false, List.of());

    /** Of a list with commas between, as {@code NO_PROXY} has it. */
    public static List<String> exceptions(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",", -1))
                        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                        .filter(entry -> !entry.isEmpty())
                        .toList();
    }

    Optional<URI> on(boolean secure, String host) {
        return proxy == null || (onlySecure && !secure) || isExcepted(host.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(proxy);
    }

    private boolean isExcepted(String host) {
        return except.stream()
                .map(entry -> entry.replaceFirst("^\\*?\\.", ""))
                .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
    }
}
