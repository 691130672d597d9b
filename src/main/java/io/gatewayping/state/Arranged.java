package io.gatewayping.state;

import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that was brought into a state.
 *
 * @param state the name of the state
 * @param key the task
 * @param other the same task under another owner, where the state speaks of one
 * @param elsewhere the state in which it is there
 * @param before what was exchanged of it already, in order
 * @param past whether the state has passed: then a read of it is one of those before
 * @param arrangement what brings it about again
 */
public record Arranged(
        String state,
        Key key,
        @Nullable Key other,
        @Nullable String elsewhere,
        List<Exchange> before,
        boolean past,
        List<Arrangement> arrangement) {}
