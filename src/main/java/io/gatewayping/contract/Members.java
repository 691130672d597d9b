package io.gatewayping.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What stands in a value, at any depth. */
final class Members {

    private Members() {}

    /** Every text, names of members left out. */
    static List<Object> texts(Object value) {
        return all(value).filter(String.class::isInstance).toList();
    }

    /** The value of every member of this name. */
    static List<Object> named(Object value, String name) {
        return all(value)
                .filter(Map.class::isInstance)
                .map(object -> ((Map<?, ?>) object).get(name))
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }

    /** The value and all that stands in it; bounded, as the depth of a body is. */
    private static Stream<Object> all(Object value) {
        Stream<?> children = Stream.empty();
        if (value instanceof Map<?, ?> object) {
            children = object.values().stream();
        } else if (value instanceof List<?> list) {
            children = list.stream();
        }
        return Stream.concat(Stream.of(value), children.filter(Objects::nonNull).flatMap(Members::all));
    }
}
