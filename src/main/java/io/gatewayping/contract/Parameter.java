package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;

/**
 * A parameter that every request of an operation carries.
 *
 * @param name as it is sent
 * @param in {@code path}, {@code query} or {@code header}
 * @param place where it stands, references followed
 */
public record Parameter(String name, String in, Located place) {

    /** The value that the examples are for; what is no part of the key is always sent with it. */
    public String example() {
        return place.child("example").text();
    }

    boolean isIn(String where) {
        return in.equals(where);
    }
}
