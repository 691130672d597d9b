package io.gatewayping.exchange;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges of one task, in order.
 *
 * @param state the provider state that the task was brought into, or null where its answers do not depend on one
 * @param elsewhere the same task under another owner, where the state speaks of one
 * @param exchanges in the order in which they were sent
 * @param arranged whether the task was brought into the state, so that it shows all that the state promises; a task that
 *     anybody started shows what there is to show
 * @param alone whether nobody else read it meanwhile, who was shown what is not here
 */
public record Timeline(
        @Nullable String state, @Nullable Key elsewhere, List<Exchange> exchanges, boolean arranged, boolean alone) {

    /** The exchanges of a task that was brought into its state. */
    public Timeline(@Nullable String state, @Nullable Key elsewhere, List<Exchange> exchanges) {
        this(state, elsewhere, exchanges, true, true);
    }

    /** The exchanges of a task that is nowhere else. */
    public Timeline(@Nullable String state, List<Exchange> exchanges) {
        this(state, null, exchanges, true, true);
    }

    /** Whether this is another timeline and what came after it. */
    public boolean goesOnFrom(Timeline other) {
        return Objects.equals(state, other.state)
                && Objects.equals(elsewhere, other.elsewhere)
                && arranged == other.arranged
                && alone == other.alone
                && exchanges.size() >= other.exchanges.size()
                && exchanges.subList(0, other.exchanges.size()).equals(other.exchanges);
    }
}
