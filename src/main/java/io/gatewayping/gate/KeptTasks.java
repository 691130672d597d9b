package io.gatewayping.gate;

import io.gatewayping.exchange.Call;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.state.Arranged;
import io.gatewayping.state.Arranging;
import io.gatewayping.state.NotArranged;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What scenarios leave for later ones: tasks as they are, so that one sees what became of them, and what was answered to a
 * guest, who does not ask the same again for each.
 */
final class KeptTasks {

    private final Queue<Kept> kept = new ConcurrentLinkedQueue<>();
    private final Map<Call, Exchange> answered = new ConcurrentHashMap<>();

    /**
     * One of them.
     *
     * @param before what was exchanged about it so far
     */
    record Kept(Arranged arranged, List<Exchange> before) {}

    void keep(Arranged arranged, List<Exchange> before) {
        kept.add(new Kept(arranged, before));
    }

    void keep(Call call, Exchange answer) {
        answered.put(call, answer);
    }

    /** What was answered when the same was asked the last time. */
    Optional<Exchange> answer(Call call) {
        return Optional.ofNullable(answered.get(call));
    }

    /** Hands out the first one in a state, to one scenario only. */
    Optional<Kept> take(String state) {
        for (Iterator<Kept> each = kept.iterator(); each.hasNext(); ) {
            Kept next = each.next();
            if (next.arranged().state().equals(state) && kept.remove(next)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /** Tears down those that no scenario took. */
    void release(Arranging arranging) {
        for (Kept left = kept.poll(); left != null; left = kept.poll()) {
            try {
                arranging.release(left.arranged());
            } catch (NotArranged e) {
                // What is left behind has a key that nobody uses again.
            }
        }
    }
}
