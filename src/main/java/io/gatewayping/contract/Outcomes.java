package io.gatewayping.contract;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The outcome that a provider state promises, in words: the status code and, on success, the status of the test. */
public final class Outcomes {

    private Outcomes() {}

    /** The outcome that an example shows. */
    public static String of(Example example) {
        return of(example.status(), example.body());
    }

    /** The outcome of a status code and, when it could be read, a body. */
    public static String of(int status, @Nullable JsonNode body) {
        String testStatus =
                body == null || status != 200 ? "" : body.path("status").asString("");
        return testStatus.isEmpty() ? String.valueOf(status) : status + " " + testStatus;
    }
}
