package io.gatewayping.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads again and again until something has ended or the deadline is there. */
public final class Poller {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Pause pause;
    private final Duration deadline;

    /** Waits for a while. */
    @FunctionalInterface
    public interface Pause {
        /** Returns after this time. */
        void forThe(Duration time) throws InterruptedException;
    }

    /**
     * Polls by this clock.
     *
     * @param deadline the longest that one timeline is polled
     */
    public Poller(InstantSource clock, Pause pause, Duration deadline) {
        this.clock = clock;
        this.pause = pause;
        this.deadline = deadline;
    }

    /** The longest that one timeline is polled. */
    public Duration deadline() {
        return deadline;
    }

    /**
     * Polls until an exchange has ended, has failed or the deadline is there. Pauses grow from 20 ms to 1 s.
     *
     * @return every exchange, in order; the last one has ended unless a failure or the deadline came first
     */
    public List<Exchange> poll(Supplier<Exchange> read, Predicate<Exchange> ended) throws InterruptedException {
        Instant end = clock.instant().plus(deadline);
        List<Exchange> exchanges = new ArrayList<>();
        Duration next = FIRST_PAUSE;
        while (true) {
            Exchange exchange = read.get();
            exchanges.add(exchange);
            if (exchange.failure() != null
                    || ended.test(exchange)
                    || clock.instant().plus(next).isAfter(end)) {
                return exchanges;
            }
            pause.forThe(next);
            next = next.multipliedBy(3).dividedBy(2);
            if (next.compareTo(LONGEST_PAUSE) > 0) {
                next = LONGEST_PAUSE;
            }
        }
    }
}
