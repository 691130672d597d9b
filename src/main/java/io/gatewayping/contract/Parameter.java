package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;

/**
 * A parameter of the requests of an operation.
 *
 * @param name as it is sent
 * @param in {@code path}, {@code query}, {@code header} or {@code cookie}
 * @param place where it stands, references followed
 */
public record Parameter(String name, String in, Located place) {

    /** The value that the examples are for; what is no part of the key is always sent with it. */
    public String example() {
        return place.child("example").text();
    }

    /** Whether every request carries it. */
    public boolean isRequired() {
        return place.child("required").node().asBoolean(false);
    }

    /** The pattern that values of it are drawn by, empty when there is none. */
    String fresh() {
        return place.child("x-fresh").text();
    }

    /** Whether a value can be one segment of a path. */
    public static boolean isSegment(String value) {
        return !value.contains("/") && !value.chars().allMatch(c -> c == '.');
    }

    boolean isIn(String where) {
        return in.equals(where);
    }
}
