package io.gatewayping.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges of one task, in order.
 *
 * @param state the provider state that the task was brought into, or null where its answers do not depend on one
 * @param elsewhere the same task under another owner, where the state speaks of one
 * @param exchanges in the order in which they were sent
 */
public record Timeline(@Nullable String state, @Nullable Key elsewhere, List<Exchange> exchanges) {

    /** The exchanges of a task that is nowhere else. */
    public Timeline(@Nullable String state, List<Exchange> exchanges) {
        this(state, null, exchanges);
    }
}
