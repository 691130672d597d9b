package io.gatewayping.stub;

import io.gatewayping.contract.Example;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Key;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The tasks that are in a state of their own; every other one is in the state that the contract calls unarranged. */
final class ArrangedTasks {

    private final ServedState unarranged;
    private final Map<Key, Arranged> arranged = new ConcurrentHashMap<>();

    private record Arranged(ServedState state, AtomicInteger polls) {

        private Arranged(ServedState state) {
            this(state, new AtomicInteger());
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
        arranged.put(key, new Arranged(state));
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
