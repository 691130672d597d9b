package io.gatewayping.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What names one task: the values of the path parameters of the operation that reads it.
 *
 * @param parameters by name, in the order of the path
 */
public record Key(Map<String, String> parameters) {

    /** Keeps the order of the parameters. */
    public Key {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The value of a parameter, empty when there is none. */
    public String value(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    /** The same with another value of one parameter. */
    public Key with(String parameter, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(parameter, value);
        return new Key(changed);
    }
}
