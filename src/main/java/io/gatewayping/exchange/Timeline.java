package io.gatewayping.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges of one task, in order.
 *
 * @param state the provider state that the task was brought into, or null where its answers do not depend on one
 * @param exchanges in the order in which they were sent
 */
public record Timeline(@Nullable String state, List<Exchange> exchanges) {}
