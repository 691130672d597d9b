package io.gatewayping.counterexample;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a keyword allows, as the JDK reads it. What judges providers has no part in this: it is that which is put to the
 * proof.
 */
final class IndependentReading {

    private static final Pattern RFC_3339 =
            Pattern.compile("(?<local>\\d{4}-\\d\\d-\\d\\dT\\d\\d:[0-5]\\d:)(?<second>\\d\\d)"
                    + "(\\.\\d+)?(Z|(?<sign>[+-])(?<hours>\\d\\d):(?<minutes>[0-5]\\d))");

    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private IndependentReading() {}

    /**
     * Whether a keyword of a schema allows a value.
     *
     * @param demand the value of the keyword in the schema
     */
    static boolean allows(String keyword, JsonNode demand, JsonNode value) {
        return !judges(keyword, value) || meets(keyword, demand, value);
    }

    /** A keyword has nothing to say of values of other types than it speaks of. */
    private static boolean judges(String keyword, JsonNode value) {
        return switch (keyword) {
            case "pattern", "format", "minLength", "maxLength" -> value.isString();
            case "minimum", "maximum" -> value.isNumber();
            case "minItems", "maxItems" -> value.isArray();
            default -> true;
        };
    }

    private static boolean meets(String keyword, JsonNode demand, JsonNode value) {
        return switch (keyword) {
            case "type" -> list(demand).anyMatch(type -> isOfType(type.asString(), value));
            case "enum" -> list(demand).anyMatch(it -> isEqual(it, value));
            case "const" -> isEqual(demand, value);
            case "pattern" ->
                JdkPattern.of(demand.asString()).matcher(value.asString()).find();
            case "format" ->
                demand.asString().equals("uuid")
                        ? UUID.matcher(value.asString()).matches()
                        : demand.asString().equals("date-time") && isTime(value.asString());
            case "minimum" -> value.decimalValue().compareTo(demand.decimalValue()) >= 0;
            case "maximum" -> value.decimalValue().compareTo(demand.decimalValue()) <= 0;
            case "minLength" -> value.asString().length() >= demand.asInt();
            case "maxLength" -> value.asString().length() <= demand.asInt();
            case "minItems" -> value.size() >= demand.asInt();
            case "maxItems" -> value.size() <= demand.asInt();
            default -> throw new IllegalArgumentException("no reading is known for the keyword " + keyword);
        };
    }

    private static Stream<JsonNode> list(JsonNode demand) {
        return demand.isArray() ? demand.valueStream() : Stream.of(demand);
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isString();
            case "number" -> value.isNumber();
            case "integer" ->
                value.isNumber()
                        && value.decimalValue().remainder(BigDecimal.ONE).signum() == 0;
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "array" -> value.isArray();
            default -> value.isObject();
        };
    }

    private static boolean isEqual(JsonNode demand, JsonNode value) {
        return (demand.isNumber() && value.isNumber())
                ? demand.decimalValue().compareTo(value.decimalValue()) == 0
                : demand.equals(value);
    }

    /** RFC 3339: letters in any case, and a sixtieth second where a month ends in UTC. */
    private static boolean isTime(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        Matcher time = RFC_3339.matcher(upper);
        if (!time.matches()) {
            return false;
        }
        boolean leap = time.group("second").equals("60");
        try {
            LocalDateTime read = LocalDateTime.parse(time.group("local") + (leap ? "59" : time.group("second")));
            return isBelowADay(time) && (!leap || isLastOfMonth(read.minus(offset(time))));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isBelowADay(Matcher time) {
        return time.group("sign") == null || offset(time).abs().compareTo(Duration.ofDays(1)) < 0;
    }

    private static Duration offset(Matcher time) {
        if (time.group("sign") == null) {
            return Duration.ZERO;
        }
        Duration offset = Duration.ofHours(Long.parseLong(time.group("hours")))
                .plusMinutes(Long.parseLong(time.group("minutes")));
        return time.group("sign").equals("-") ? offset.negated() : offset;
    }

    private static boolean isLastOfMonth(LocalDateTime time) {
        LocalDateTime next = time.plusSeconds(1);
        return next.getDayOfMonth() == 1 && next.getHour() == 0 && next.getMinute() == 0;
    }
}
