package io.gatewayping.cli;

import io.gatewayping.exchange.Excerpt;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers and days, and says of what is none what would be one. */
final class Numbers {

    private Numbers() {}

    /** For all options of a command, and of those below it. */
    static void readFor(CommandLine command) {
        command.registerConverter(int.class, converter(Integer::valueOf, whole(Integer.MAX_VALUE)));
        command.registerConverter(long.class, converter(Long::valueOf, whole(Long.MAX_VALUE)));
        command.registerConverter(double.class, converter(Numbers::finite, "number such as 2 or 0.5"));
        command.registerConverter(LocalDate.class, converter(LocalDate::parse, "day such as 2026-03-31"));
    }

    private static String whole(long most) {
        return "whole number such as 4, of at most " + most;
    }

    private static double finite(String text) {
        double number = new BigDecimal(text).doubleValue();
        if (Double.isInfinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> read, String wanted) {
        return text -> {
            try {
                return read.apply(text.strip());
            } catch (NumberFormatException | DateTimeException e) {
                throw new TypeConversionException("'" + Excerpt.of(text) + "' is no " + wanted);
            }
        };
    }
}
