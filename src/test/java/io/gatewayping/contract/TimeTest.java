package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeTest {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS");
    private static final long FIRST = LocalDateTime.of(0, 1, 2, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long LAST = LocalDateTime.of(9999, 12, 30, 0, 0).toEpochSecond(ZoneOffset.UTC);

    /** Spelled at any offset, an instant is the same, and two are in the order in which the JDK has them. */
    @Test
    void anyTwoTimesAreInOrder() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            LocalDateTime one = instant(random);
            LocalDateTime other = random.nextInt(3) == 0 ? one.plusNanos(random.nextInt(3) - 1) : instant(random);

            assertThat(Integer.signum(Time.of(spelled(one, random)).compareTo(Time.of(spelled(other, random)))))
                    .as("%s and %s of seed %d", one, other, seed)
                    .isEqualTo(Integer.signum(one.compareTo(other)));
            assertThat(Time.of(spelled(one, random))).isEqualTo(Time.of(spelled(one, random)));
        }
    }

    private static LocalDateTime instant(Random random) {
        return LocalDateTime.ofEpochSecond(random.nextLong(FIRST, LAST), random.nextInt(1_000_000_000), ZoneOffset.UTC);
    }

    private static String spelled(LocalDateTime instant, Random random) {
        int minutes = random.nextInt(-1439, 1440);
        String local = LOCAL.format(instant.plusMinutes(minutes));
        String zone = minutes == 0 && random.nextBoolean()
                ? "z"
                : String.format("%s%02d:%02d", minutes < 0 ? "-" : "+", Math.abs(minutes) / 60, Math.abs(minutes) % 60);
        return (random.nextBoolean() ? local : local.replace('T', 't')) + "0".repeat(random.nextInt(3)) + zone;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-05-20T13:34:57Z",
                "2025-05-20t13:34:57z",
                "2025-05-20T13:34:57-00:00",
                "2025-05-20T13:34:57+23:59",
                "2025-05-20T13:34:57.12345678901234567890Z",
                "0000-01-01T00:00:00+23:59",
                "0000-02-29T00:00:00Z",
                "9999-12-31T23:59:59-23:59",
                "1972-06-30T23:59:60Z",
                "2016-12-31T23:59:60.5Z",
                "2017-01-01T23:58:60+23:59",
                "2016-12-31T15:59:60-08:00",
                "2026-06-30T23:59:60Z",
                "2031-12-31T23:59:60.5Z",
                "9999-12-31T23:59:60Z",
            })
    void isATime(String text) {
        assertThat(ExactFormat.TIME.matches(null, text)).isTrue();
        assertThat(Time.isSpelledBy(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-05-20",
                "2025-05-20 13:34:57Z",
                "2025-05-20T13:34Z",
                "2025-05-20T13:34:57",
                "2025-05-20T13:34:57.Z",
                "2025-05-20T13:34:57,5Z",
                "2025-05-20T13:34:57+01",
                "2025-05-20T13:34:57+0100",
                "2025-05-20T13:34:57+24:00",
                "2025-05-20T13:34:57+01:60",
                "2025-05-20T24:00:00Z",
                "2025-05-20T13:60:00Z",
                "2025-05-20T13:34:61Z",
                "2025-13-01T00:00:00Z",
                "2025-02-29T00:00:00Z",
                "2025-05-00T00:00:00Z",
                "+2025-05-20T13:34:57Z",
                "12025-05-20T13:34:57Z",
                "٢025-05-20T13:34:57Z",
                " 2025-05-20T13:34:57Z",
                "2025-05-20T13:34:57Z\n",
                "2016-12-31T22:59:60Z",
                "2016-12-31T23:58:60Z",
                "2016-12-30T23:59:60Z",
                "2016-12-31T23:59:60+01:00",
                "2016-06-30T23:59:60Z",
                "2025-06-30T23:59:60Z",
                "2025-12-31T23:59:60Z",
                "2031-09-30T23:59:60Z",
                "2031-12-30T23:59:60Z",
            })
    void isNoTime(String text) {
        assertThat(ExactFormat.TIME.matches(null, text)).isFalse();
        assertThat(Time.isSpelledBy(text)).isFalse();
        assertThatThrownBy(() -> Time.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no time as RFC 3339 has it");
    }

    @Test
    void aFractionOfAnyLengthIsReadInLinearTime() {
        String digits = "1".repeat(500_000);

        assertThat(Time.of("2025-05-20T13:34:57." + digits + "Z"))
                .isGreaterThan(Time.of("2025-05-20T13:34:57." + digits.substring(1) + "Z"));
    }
}
