package io.gatewayping.exchange;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One observed request and what came of it.
 *
 * @param request what was sent
 * @param outcome what came of it
 * @param start when the request was sent
 * @param took how long it took until the answer was read or given up
 */
public record Exchange(Request request, Outcome outcome, Instant start, Duration took) {

    /** What was answered, or null. */
    public @Nullable Response response() {
        return outcome.response();
    }

    /** Why there is no answer, in words, or null. */
    public @Nullable String failure() {
        return outcome.failure();
    }
}
