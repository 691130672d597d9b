package io.gatewayping.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What was read of an answer.
 *
 * @param response the answer as far as it is one, or null
 * @param malformed what of it is no HTTP, or null
 * @param reusable whether the connection may serve the next request
 */
record Received(@Nullable Response response, @Nullable Malformed malformed, boolean reusable) {}
