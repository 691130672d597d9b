package io.gatewayping.exchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long an answer asks its caller to wait before the next request. */
final class PleaseWait {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration UNTOLD = Duration.ofSeconds(5);

    /** From here on, a number of seconds is a time since 1970, and no time from now. */
    private static final long A_DATE = 1_000_000_000;

    /** In seconds, some three hundred years: more digits say nothing else. */
    private static final long FOR_EVER = 9_999_999_999L;

    private static final int MOST_DIGITS = 10;

    private PleaseWait() {}

    static Optional<Duration> of(Response response, Instant now) {
        boolean refused = response.status() == TOO_MANY_REQUESTS || response.status() == UNAVAILABLE;
        boolean isLast =
                first(response, "x-ratelimit-remaining").filter("0"::equals).isPresent();
        if (!refused && !isLast) {
            return Optional.empty();
        }
        // The provider's own clock, where it tells it: ours may be wrong.
        Instant theirs = first(response, "date").flatMap(PleaseWait::date).orElse(now);
        Optional<Duration> asked = first(response, "retry-after")
                .flatMap(text -> seconds(text).map(Duration::ofSeconds).or(() -> date(text)
                        .map(date -> Duration.between(theirs, date))))
                .or(() -> first(response, "x-ratelimit-reset")
                        .flatMap(PleaseWait::seconds)
                        .map(seconds -> seconds < A_DATE
                                ? Duration.ofSeconds(seconds)
                                : Duration.between(theirs, Instant.ofEpochSecond(seconds))));
        return asked.or(() -> refused ? Optional.of(UNTOLD) : Optional.empty()).filter(wait -> !wait.isNegative());
    }

    private static Optional<String> first(Response response, String header) {
        return response.header(header).stream().map(String::strip).findFirst();
    }

    private static Optional<Long> seconds(String text) {
        String digits = text.replaceFirst("^0+(?=.)", "");
        if (!digits.matches("[0-9]+")) {
            return Optional.empty();
        }
        return Optional.of(digits.length() > MOST_DIGITS ? FOR_EVER : Long.parseLong(digits));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
