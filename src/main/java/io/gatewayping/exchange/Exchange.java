package io.gatewayping.exchange;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One observed request and what came of it: either a response or a failure.
 *
 * @param request what was sent
 * @param response what was answered, or null
 * @param failure why there is no answer that can be judged, or null
 * @param start when the request was sent
 * @param took how long it took until the answer was read or given up
 */
public record Exchange(
        Request request, @Nullable Response response, @Nullable String failure, Instant start, Duration took) {}
