package io.gatewayping.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The clock is the test's own: a pause moves it on. */
final class PollerTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final List<Duration> pauses = new ArrayList<>();
    private final Poller poller = new Poller(
            now::get,
            time -> {
                pauses.add(time);
                now.updateAndGet(instant -> instant.plus(time));
            },
            Duration.ofSeconds(30));

    @Test
    void stopsWhenItHasEndedAndReturnsEveryPoll() throws InterruptedException {
        List<Exchange> answers = new ArrayList<>();

        List<Exchange> polled = poller.poll(
                () -> {
                    answers.add(exchange(null));
                    return answers.get(answers.size() - 1);
                },
                exchange -> answers.size() == 3);

        assertThat(polled).isEqualTo(answers).hasSize(3);
    }

    @Test
    void stopsOnAFailure() throws InterruptedException {
        List<Exchange> polled = poller.poll(() -> exchange("nobody listens there"), exchange -> false);

        assertThat(polled).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void stopsBeforeTheDeadline() throws InterruptedException {
        List<Exchange> polled = poller.poll(() -> exchange(null), exchange -> false);

        assertThat(Duration.between(Instant.EPOCH, now.get()))
                .isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30));
        assertThat(polled).hasSize(pauses.size() + 1);
    }

    @Test
    void pausesGrowToASecond() throws InterruptedException {
        poller.poll(() -> exchange(null), exchange -> false);

        assertThat(pauses).isSorted().startsWith(Duration.ofMillis(20)).endsWith(Duration.ofSeconds(1));
    }

    private Exchange exchange(String failure) {
        Request request = new Request(
                "GET", URI.create("http://127.0.0.1/"), new Key("CN", "task"), Credential.VALID_TOKEN, "curl");
        Response response = failure == null ? new Response(200, new TreeMap<>(), new byte[0]) : null;
        return new Exchange(request, response, failure, now.get(), Duration.ZERO);
    }
}
