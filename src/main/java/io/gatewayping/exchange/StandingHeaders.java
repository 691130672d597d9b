package io.gatewayping.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Headers that every request carries, whoever sends it, as some deployments want them. Their values are secrets.
 *
 * @param values by name
 * @param variables the environment variables that hold the values, by name of the header
 */
public record StandingHeaders(Map<String, String> values, Map<String, String> variables) {

    /** None. */
    public static final StandingHeaders NONE = new StandingHeaders(Map.of(), Map.of());

    /** Keeps the order. */
    public StandingHeaders {
        values = new LinkedHashMap<>(values);
        variables = new LinkedHashMap<>(variables);
    }

    List<String> secrets() {
        return List.copyOf(values.values());
    }

    /** The same as arguments for curl, with the variables in place of the values. */
    String shell() {
        return variables.entrySet().stream()
                .map(header -> "-H \"" + header.getKey() + ": $" + header.getValue() + "\"")
                .collect(Collectors.joining(" "));
    }
}
