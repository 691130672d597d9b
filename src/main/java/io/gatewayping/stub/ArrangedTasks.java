package io.gatewayping.stub;

import io.gatewayping.contract.Example;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Key;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The tasks that are in a state of their own; every other one is in the state that the contract calls unarranged. */
final class ArrangedTasks {

    private final ServedState unarranged;
    private final Map<Key, Arranged> arranged = new ConcurrentHashMap<>();

    private record Arranged(ServedState state, @Nullable Key elsewhere, AtomicInteger polls) {

        private Arranged(ServedState state, @Nullable Key elsewhere) {
            this(state, elsewhere, new AtomicInteger());
        }

        /** Poll by poll, the last one for ever. */
        private Example next() {
            int last = state.serves().size() - 1;
            return state.serves().get(polls.getAndUpdate(poll -> Math.min(poll + 1, last)));
        }
    }

    ArrangedTasks(ServedState unarranged) {
        this.unarranged = unarranged;
    }

    /** Brings a task into a state, whatever it was in before. */
    void arrange(Key key, ServedState state) {
        arranged.put(key, new Arranged(state, null));
    }

    /**
     * The same.
     *
     * @param elsewhere the same task under another owner
     */
    void arrange(Key key, ServedState state, Key elsewhere) {
        arranged.put(key, new Arranged(state, elsewhere));
    }

    /** The state that a task is in. */
    ServedState state(Key key) {
        Arranged task = arranged.get(key);
        return task == null ? unarranged : task.state();
    }

    /** The same task under another owner, where the state of the task speaks of one. */
    @Nullable
    Key elsewhere(Key key) {
        Arranged task = arranged.get(key);
        return task == null ? null : task.elsewhere();
    }

    /** Leaves a task as nobody arranged it. */
    void release(Key key) {
        arranged.remove(key);
    }

    /** What a read of a task shows. */
    Example read(Key key) {
        Arranged task = arranged.get(key);
        return task == null ? unarranged.serves().get(0) : task.next();
    }
}
