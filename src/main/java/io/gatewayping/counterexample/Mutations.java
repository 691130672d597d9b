package io.gatewayping.counterexample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Mutations of a value by which one keyword of a schema is tried: at its boundary, just past it, and far from it. All of
 * them are derived; which of them break nothing, {@link IndependentReading} says.
 */
final class Mutations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** So little that no double tells one and one more apart. */
    private static final BigDecimal HAIR = new BigDecimal("1e-20");

    private static final Map<String, JsonNode> OF_EACH_TYPE = new LinkedHashMap<>();

    static {
        OF_EACH_TYPE.put("string", JSON.stringNode("text"));
        OF_EACH_TYPE.put("number", JSON.numberNode(7.5));
        OF_EACH_TYPE.put("integer", JSON.numberNode(7));
        OF_EACH_TYPE.put("boolean", JSON.booleanNode(true));
        OF_EACH_TYPE.put("null", JSON.nullNode());
        OF_EACH_TYPE.put("array", JSON.arrayNode());
        OF_EACH_TYPE.put("object", JSON.objectNode());
    }

    private final List<Mutation> found = new ArrayList<>();

    private Mutations() {}

    /**
     * The mutations that try a keyword on a value.
     *
     * @param demand the value of the keyword in the schema
     * @param elsewhere values of the same keyword at other places, which are wrong here
     */
    static List<Mutation> of(String keyword, JsonNode demand, JsonNode value, Set<JsonNode> elsewhere) {
        Mutations mutations = new Mutations();
        switch (keyword) {
            case "type" -> mutations.otherTypes(demand, value);
            case "enum" -> mutations.otherSpellings(value.asString());
            case "const" -> mutations.otherConstants(demand, elsewhere);
            case "pattern" -> mutations.otherForms(value.asString());
            case "format" -> mutations.otherForms(demand, value.asString());
            case "minimum" -> mutations.around(demand.decimalValue(), BigDecimal.ONE.negate());
            case "maximum" -> mutations.around(demand.decimalValue(), BigDecimal.ONE);
            case "minLength" -> mutations.longAround(demand.asInt(), -1);
            case "maxLength" -> mutations.longAround(demand.asInt(), 1);
            case "minItems" -> mutations.itemsAround(value, demand.asInt(), -1);
            case "maxItems" -> mutations.itemsAround(value, demand.asInt(), 1);
            default -> throw new IllegalArgumentException("no mutation is known for the keyword " + keyword);
        }
        return mutations.found;
    }

    private void otherTypes(JsonNode demand, JsonNode value) {
        OF_EACH_TYPE.forEach((type, other) -> {
            if (!IndependentReading.allows("type", demand, other)) {
                found.add(new Mutation("of type " + type, other));
            }
        });
        if (IndependentReading.allows("type", demand, JSON.numberNode(7))
                && !IndependentReading.allows("type", demand, JSON.numberNode(7.5))) {
            number("of type number", BigDecimal.valueOf(7).add(HAIR), new BigDecimal("1e-400"));
        }
        if (!IndependentReading.allows("type", demand, JSON.arrayNode())) {
            found.add(new Mutation("in an array", JSON.arrayNode().add(value)));
        }
    }

    private void otherSpellings(String value) {
        text("empty", "");
        text("in lower case", value.toLowerCase(Locale.ROOT));
        text("a letter more", value + "X");
        text("a letter less", value.replaceFirst("^.", ""));
        text("a blank around", " " + value, value + " ");
        text("a line break after", value + "\n");
        text("an unknown word", "UNKNOWN");
    }

    private void otherConstants(JsonNode demand, Set<JsonNode> elsewhere) {
        if (demand.isNumber()) {
            BigDecimal constant = demand.decimalValue();
            number("one less", constant.subtract(BigDecimal.ONE));
            number("one more", constant.add(BigDecimal.ONE));
            number("a hair more", constant.add(HAIR));
            number("nought", BigDecimal.ZERO);
        } else {
            otherSpellings(demand.asString());
            elsewhere.stream()
                    .filter(other -> !other.equals(demand))
                    .forEach(other -> found.add(new Mutation("the constant of another place", other)));
        }
    }

    private void otherForms(String value) {
        text("empty", "");
        text("blank", " ", "\n", "\r\n", "\u00A0", "\u200B", "\0", "\u3164");
        text("a blank around", " " + value, value + " ");
        text("a line break after", value + "\n");
        for (String end : List.of("\n", "\r", "\u000B", "\u0085", "\u2028")) {
            text("in two lines", value + end + value);
        }
        text("a sign before", "-" + value, "+" + value);
        text("a unit after", value + "%", value + " ms");
        text("no number", "1e5", "1,5", "0x10", "NaN", "five", "٣");
        text("the word null", "null");
        text("a number with a fraction", "1.5");
        text("a fraction alone", ".5");
        text("a number with too many points", "5.", "1.2.3");
        text(
                "a digit more",
                new StringBuilder(value)
                        .insert(Math.max(value.length() - 1, 0), '0')
                        .toString());
    }

    private void otherForms(JsonNode format, String value) {
        if (format.asString().equals("uuid")) {
            otherUuids(value);
        } else {
            otherTimes();
        }
    }

    private void otherUuids(String value) {
        text("no UUID", "", "text", "7", value.substring(1), value + "0", value.replace("-", ""), "{" + value + "}");
        text("no UUID", "urn:uuid:" + value, "g" + value.substring(1), value + "\n", " " + value);
        text("in upper case", value.toUpperCase(Locale.ROOT));
    }

    private void otherTimes() {
        text(
                "no time",
                "",
                "yesterday",
                "1747748097",
                "2025-05-20",
                "13:34:57Z",
                "20.05.2025 13:34:57",
                "2025-05-20T13:34Z");
        text("no zone", "2025-05-20T13:34:57", "2025-05-20T13:34:57.099357263");
        text("a zone in another form", "2025-05-20T13:34:57+0200", "2025-05-20T13:34:57 UTC");
        text("no such time", "2025-13-20T13:34:57Z", "2025-02-30T13:34:57Z", "2025-05-20T24:34:57Z");
        text("no such time", "2025-05-20T13:60:57Z", "2025-05-20T13:34:61Z", "2025-05-20T13:34:57+24:00");
        text("a time at its bounds", "2024-02-29T23:59:59.999999999Z", "2025-01-01T00:00:00-12:00");
        text("a time at its bounds", "0000-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59");
        text("in lower case", "2025-05-20t13:34:57z");
        text("a leap second", "2016-12-31T23:59:60Z", "2017-01-01T00:59:60.5+01:00");
        text("a leap second within a day", "2016-12-31T13:34:60Z");
    }

    private void around(BigDecimal bound, BigDecimal past) {
        number("at the bound", bound);
        number("past the bound", bound.add(past), bound.add(past.multiply(HAIR)));
    }

    private void longAround(int bound, int past) {
        text("at the bound", "x".repeat(bound));
        text("past the bound", "x".repeat(bound + past));
    }

    /** Arrays of as many items, the same ones again when there are more, and some number where there is none. */
    private void itemsAround(JsonNode value, int bound, int past) {
        items("at the bound", value, bound);
        items("past the bound", value, bound + past);
    }

    private void items(String name, JsonNode value, int count) {
        ArrayNode items = JSON.arrayNode();
        for (int index = 0; index < count; index++) {
            items.add(value.isEmpty() ? JSON.numberNode(7) : value.get(index % value.size()));
        }
        found.add(new Mutation(name, items));
    }

    private void text(String name, String... values) {
        for (String value : values) {
            found.add(new Mutation(name, JSON.stringNode(value)));
        }
    }

    private void number(String name, BigDecimal... values) {
        for (BigDecimal value : values) {
            found.add(new Mutation(name, JSON.numberNode(value)));
        }
    }
}
