package io.gatewayping.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A guest sends no more than was announced, no quicker, and none before the provider wants one again. */
final class GoodGuestTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private Instant now = Instant.parse("2025-05-20T13:35:00Z");
    private final List<Duration> waits = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void oneRequestFollowsTheOtherInItsTime() throws InterruptedException, Pace.Spent {
        GoodGuest guest = guest(10);
        guest.turn();
        guest.turn();
        now = now.plusMillis(400);
        guest.turn();
        now = now.plusSeconds(9);
        guest.turn();

        assertThat(waits).containsExactly(SECOND, Duration.ofMillis(600));
        assertThat(guest.sent()).isEqualTo(4);
    }

    @Test
    void noMoreAreSentThanWereAnnounced() throws InterruptedException, Pace.Spent {
        GoodGuest guest = guest(2);
        guest.turn();
        assertThat(guest.spent()).isEmpty();
        guest.turn();

        assertThatThrownBy(guest::turn).isInstanceOf(Pace.Spent.class).hasMessageContaining("2 requests");
        assertThat(guest.sent()).isEqualTo(2);
        assertThat(guest.stopped()).isEmpty();
    }

    @Test
    void theProviderIsWaitedForAndThatIsTold() throws InterruptedException, Pace.Spent {
        GoodGuest guest = guest(10);
        guest.turn();
        guest.answered(limited("30"));
        guest.answered(limited("5"));
        guest.turn();

        assertThat(waits).containsExactly(Duration.ofSeconds(30));
        assertThat(told).containsExactly("waiting 30 s, as the provider asks");
    }

    @Test
    void aPauseThatIsTooLongEndsTheVisit() throws InterruptedException, Pace.Spent {
        GoodGuest guest = guest(10);
        guest.turn();
        guest.answered(limited("86400"));

        assertThatThrownBy(guest::turn).isInstanceOf(Pace.Spent.class).hasMessageContaining("86400 s");
        assertThat(guest.stopped()).isPresent();
    }

    @Test
    void whoeverIsStoppedWhileItWaitsSendsNothing() throws InterruptedException, Pace.Spent {
        List<GoodGuest> self = new ArrayList<>();
        GoodGuest guest =
                new GoodGuest(() -> now, time -> self.get(0).stop("stopped by its user"), SECOND, 10, told::add);
        self.add(guest);
        guest.turn();

        assertThatThrownBy(guest::turn).isInstanceOf(Pace.Spent.class).hasMessage("stopped by its user");
        assertThat(guest.sent()).isEqualTo(1);
    }

    private GoodGuest guest(int most) {
        return new GoodGuest(
                () -> now,
                time -> {
                    waits.add(time);
                    now = now.plus(time);
                },
                SECOND,
                most,
                told::add);
    }

    private static Response limited(String seconds) {
        return new Response(429, new TreeMap<>(Map.of("retry-after", List.of(seconds))), new byte[0]);
    }
}
