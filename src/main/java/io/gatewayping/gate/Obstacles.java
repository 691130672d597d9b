package io.gatewayping.gate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/** Why a scenario cannot be judged, or was not exercised at all. */
final class Obstacles {

    private final Set<String> inconclusive = new LinkedHashSet<>();
    private final Set<String> notExercised = new LinkedHashSet<>();

    /** Something could not be judged, though it should have been; the scenario may go on. */
    void add(String reason) {
        inconclusive.add(reason);
    }

    /** The same, where it cannot go on. */
    Inconclusive cannotGoOn(String reason) {
        add(reason);
        return new Inconclusive(reason);
    }

    Inconclusive interrupted() {
        Thread.currentThread().interrupt();
        return cannotGoOn("interrupted");
    }

    /** Nothing can bring about here what the scenario is about. */
    TestAbortedException notExercised(String reason) {
        notExercised.add(reason);
        return new TestAbortedException(reason);
    }

    List<String> inconclusive() {
        return List.copyOf(inconclusive);
    }

    List<String> notExercised() {
        return List.copyOf(notExercised);
    }
}
