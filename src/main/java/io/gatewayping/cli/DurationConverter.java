package io.gatewayping.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people write them: 500ms, 0.5s, 30s, 2m. */
final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s|m)");

    @Override
    public Duration convert(String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            int milliseconds =
                    switch (matcher.group(2)) {
                        case "ms" -> 1;
                        case "s" -> 1000;
                        default -> 60_000;
                    };
            Duration duration = Duration.ofMillis(new BigDecimal(matcher.group(1))
                    .multiply(BigDecimal.valueOf(milliseconds))
                    .longValue());
            if (!duration.isZero()) {
                return duration;
            }
        }
        throw new TypeConversionException("'" + text + "' is no duration such as 500ms, 0.5s, 30s or 2m");
    }
}
