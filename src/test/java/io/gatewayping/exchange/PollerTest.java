package io.gatewayping.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The clock is the test's own: a pause moves it on. */
final class PollerTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final List<Duration> pauses = new ArrayList<>();
    private final Poller poller = new Poller(now::get, this::pause, Duration.ofSeconds(30));

    @Test
    void stopsWhenItHasEndedAndReturnsEveryPoll() throws InterruptedException {
        AtomicInteger answers = new AtomicInteger();

        assertThat(poller.poll(answers::incrementAndGet, answer -> answer == 3)).containsExactly(1, 2, 3);
    }

    @Test
    void stopsBeforeTheDeadline() throws InterruptedException {
        List<String> polled = poller.poll(() -> "not yet", answer -> false);

        assertThat(Duration.between(Instant.EPOCH, now.get()))
                .isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30));
        assertThat(polled).hasSize(pauses.size() + 1);
    }

    @Test
    void pausesGrowToASecond() throws InterruptedException {
        poller.poll(() -> "not yet", answer -> false);

        assertThat(pauses).isSorted().startsWith(Duration.ofMillis(20)).endsWith(Duration.ofSeconds(1));
    }

    @Test
    void pausesGrowToAThirtiethOfALongDeadline() throws InterruptedException {
        new Poller(now::get, this::pause, Duration.ofMinutes(5)).poll(() -> "unknown", answer -> false);

        assertThat(pauses).isSorted().endsWith(Duration.ofSeconds(10));
    }

    private void pause(Duration time) {
        pauses.add(time);
        now.updateAndGet(instant -> instant.plus(time));
    }
}
