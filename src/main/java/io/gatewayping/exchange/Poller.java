package io.gatewayping.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads again and again until something has ended or the deadline is there. */
public final class Poller {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(1);
    private static final int SHARE = 30;

    private final InstantSource clock;
    private final Pause pause;
    private final Duration deadline;
    private final Duration first;

    /** Reads once. */
    @FunctionalInterface
    public interface Read<T, E extends Exception> {
        /** What is there now. */
        T read() throws E;
    }

    /** Waits for a while. */
    @FunctionalInterface
    public interface Pause {
        /** Returns after this time. */
        void forThe(Duration time) throws InterruptedException;
    }

    /**
     * Polls by this clock.
     *
     * @param deadline the longest that something is polled
     */
    public Poller(InstantSource clock, Pause pause, Duration deadline) {
        this(clock, pause, deadline, FIRST_PAUSE);
    }

    /**
     * Polls by this clock.
     *
     * @param deadline the longest that something is polled
     * @param first the first pause, in the place of 20 ms
     */
    public Poller(InstantSource clock, Pause pause, Duration deadline, Duration first) {
        this.clock = clock;
        this.pause = pause;
        this.deadline = deadline;
        this.first = first;
    }

    /** The longest that something is polled. */
    public Duration deadline() {
        return deadline;
    }

    /** Waits, by the same clock. */
    public void pause(Duration time) throws InterruptedException {
        pause.forThe(time);
    }

    /**
     * Polls until something has ended or the deadline is there. Pauses grow from 20 ms to a thirtieth of the deadline, and
     * to no less than 1 s.
     *
     * @return everything that was read, in order; the last one has ended unless the deadline came first
     */
    public <T, E extends Exception> List<T> poll(Read<T, E> read, Predicate<T> ended) throws InterruptedException, E {
        Instant end = clock.instant().plus(deadline);
        Duration longest = longestPause();
        List<T> polled = new ArrayList<>();
        Duration next = first;
        while (true) {
            T now = read.read();
            polled.add(now);
            if (ended.test(now) || clock.instant().plus(next).isAfter(end)) {
                return polled;
            }
            pause.forThe(next);
            next = shorter(next.multipliedBy(3).dividedBy(2), longest);
        }
    }

    private Duration longestPause() {
        Duration share = deadline.dividedBy(SHARE);
        return share.compareTo(LONG_PAUSE) > 0 ? share : LONG_PAUSE;
    }

    private static Duration shorter(Duration first, Duration second) {
        return first.compareTo(second) < 0 ? first : second;
    }
}
