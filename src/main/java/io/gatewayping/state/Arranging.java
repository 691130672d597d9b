package io.gatewayping.state;

import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The one seam for arranging: how a provider is brought into a state. */
public interface Arranging {

    /**
     * Brings a task into a state.
     *
     * @param beside a task whose owner it shares, where that can be chosen; null for an owner of its own
     * @param random what keys are drawn from
     * @throws NotArranged when it should have worked and did not
     * @throws NotExercised when nothing can bring the state about here
     */
    Arranged arrange(ServedState state, @Nullable Key beside, RandomGenerator random) throws NotArranged, NotExercised;

    /**
     * Takes a task out of its state.
     *
     * @throws NotArranged when the provider did not let it go
     */
    void release(Arranged arranged) throws NotArranged;

    /** A key that nobody arranged. */
    Key unarranged(RandomGenerator random);

    /**
     * Starts a task with a body that is like the usual one but for these members.
     *
     * @param credential of who starts it
     * @throws NotExercised when tasks are not started here
     */
    default Exchange start(Map<String, ?> members, Credential credential) throws NotExercised {
        throw new NotExercised("tests are started with --live only");
    }

    /**
     * The state that an answer shows by itself, whatever was arranged: then the same is asked again, and what was asked
     * for is judged by the next answer.
     */
    default Optional<String> momentary(Exchange exchange) {
        return Optional.empty();
    }

    /**
     * Whether the provider refuses the valid token whatever it is asked, so that an answer tells of the token and not of
     * the provider. Then nothing more is asked.
     */
    default boolean isTokenAtAnEnd(Exchange refusal) {
        return false;
    }

    /** Why nothing more may be asked of the provider, when that is so. */
    default Optional<String> end() {
        return Optional.empty();
    }

    /** Why the run was broken off, when it was. */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /** Whether it arranges as any caller can, so that not every state can be brought about. */
    default boolean isLive() {
        return false;
    }
}
