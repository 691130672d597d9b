package io.gatewayping.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer asks its caller to wait, in each form in which answers say so. */
final class PleaseWaitTest {

    private static final Instant NOW = Instant.parse("2025-05-20T13:35:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "429, retry-after, 7, 7",
                "429, retry-after, 0, 0",
                "503, retry-after, 7, 7",
                "429, retry-after, 99999999999999999999, 9999999999",
                "429, retry-after, 000000000000007, 7",
                "429, x-ratelimit-reset, 9, 9",
                "429, x-ratelimit-reset, 1747748110, 10",
                "429, retry-after, soon, 5",
                "429, retry-after, -3, 5",
                "429, x-unknown, 7, 5",
                "200, retry-after, 7, -",
                "404, retry-after, 7, -",
            })
    void isRead(int status, String header, String value, Long seconds) {
        assertThat(PleaseWait.of(answer(status, header, value), NOW).map(Duration::toSeconds))
                .isEqualTo(Optional.ofNullable(seconds));
    }

    @Test
    void aDateIsOneByTheClockOfTheProvider() {
        SortedMap<String, List<String>> headers = new TreeMap<>();
        headers.put("date", List.of("Tue, 20 May 2025 15:00:00 GMT"));
        headers.put("retry-after", List.of("Tue, 20 May 2025 15:00:20 GMT"));

        assertThat(PleaseWait.of(new Response(429, headers, new byte[0]), NOW)).contains(Duration.ofSeconds(20));
    }

    @Test
    void aDateThatHasPassedAsksForNothing() {
        assertThat(PleaseWait.of(answer(429, "retry-after", "Tue, 20 May 2025 13:00:00 GMT"), NOW))
                .isEmpty();
    }

    @Test
    void whoeverHasNoRequestLeftWaitsBeforeItIsLimited() {
        SortedMap<String, List<String>> headers = new TreeMap<>();
        headers.put("x-ratelimit-remaining", List.of("0"));
        headers.put("x-ratelimit-reset", List.of("3"));

        assertThat(PleaseWait.of(new Response(200, headers, new byte[0]), NOW)).contains(Duration.ofSeconds(3));
    }

    private static Response answer(int status, String header, String value) {
        return new Response(status, new TreeMap<>(Map.of(header, List.of(value))), new byte[0]);
    }
}
