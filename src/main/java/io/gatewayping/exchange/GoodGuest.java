package io.gatewayping.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The pace of a guest on somebody's deployment: so many requests a second, so many in all, and none before the provider
 * wants one again. Safe for use by many threads.
 */
public final class GoodGuest implements Pace {

    private static final int ATTEMPTS = 4;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Poller.Pause pause;
    private final Duration interval;
    private final int most;
    private final Consumer<String> progress;

    private volatile int sent;
    private Instant next = Instant.MIN;
    private Instant wanted = Instant.MIN;
    private volatile @Nullable String stopped;

    /**
     * A guest by this clock.
     *
     * @param interval from one request to the next
     * @param most how many requests are sent
     * @param progress hears of what is waited for
     */
    public GoodGuest(InstantSource clock, Poller.Pause pause, Duration interval, int most, Consumer<String> progress) {
        this.clock = clock;
        this.pause = pause;
        this.interval = interval;
        this.most = most;
        this.progress = progress;
    }

    @Override
    public synchronized void turn() throws InterruptedException, Spent {
        Optional<String> end = spent();
        if (end.isPresent()) {
            throw new Spent(end.get());
        }
        Instant now = clock.instant();
        Instant from = next.isAfter(wanted) ? next : wanted;
        if (from.isAfter(now)) {
            Duration wait = Duration.between(now, from);
            if (wait.compareTo(WORTH_TELLING) >= 0) {
                progress.accept("waiting " + wait.toSeconds() + " s, as the provider asks");
            }
            pause.forThe(wait);
            end = spent();
            if (end.isPresent()) {
                throw new Spent(end.get());
            }
        }
        sent++;
        next = clock.instant().plus(interval);
    }

    @Override
    public synchronized void answered(Response response) {
        Instant now = clock.instant();
        PleaseWait.of(response, now).ifPresent(wait -> {
            if (wait.compareTo(LONGEST) > 0) {
                stopped = "the provider asks for a pause of " + wait.toSeconds() + " s, which is too long to wait for";
            } else if (now.plus(wait).isAfter(wanted)) {
                wanted = now.plus(wait);
            }
        });
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    /** No more requests from here on, for this reason. */
    public void stop(String why) {
        // Without the lock: whoever waits for a turn holds it.
        stopped = why;
    }

    /** Why no more requests are sent, when that is so. */
    public Optional<String> spent() {
        String why = stopped;
        if (why != null) {
            return Optional.of(why);
        }
        return sent < most ? Optional.empty() : Optional.of("the " + most + " requests of --max-requests are sent");
    }

    /** Why it was stopped before its time, when it was. */
    public Optional<String> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** How many requests were sent. */
    public int sent() {
        return sent;
    }
}
