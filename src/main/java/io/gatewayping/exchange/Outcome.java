package io.gatewayping.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What came of one call: either a response or a failure.
 *
 * @param response what was answered, or null
 * @param failure why there is no answer, in words, or null
 */
public record Outcome(@Nullable Response response, @Nullable String failure) {}
