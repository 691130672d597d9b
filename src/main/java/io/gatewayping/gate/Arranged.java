package io.gatewayping.gate;

import io.gatewayping.exchange.Key;
import io.gatewayping.state.ProviderState;
import org.jspecify.annotations.Nullable;

/**
 * A provider state that was brought about.
 *
 * @param key the task
 * @param other the same task under another owner, where the state speaks of one
 * @param elsewhere the state in which it is there
 */
record Arranged(ProviderState state, Key key, @Nullable Key other, @Nullable String elsewhere) {}
