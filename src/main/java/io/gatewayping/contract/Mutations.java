package io.gatewayping.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values that one keyword of a schema refuses, at its boundary and just past it. */
final class Mutations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

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

    private static final List<String> TIMES_WITHOUT_A_MEANING = List.of(
            "",
            "yesterday",
            "1747748097",
            "2025-05-20",
            "13:34:57Z",
            "2025-05-20T13:34:57",
            "2025-05-20T13:34:57.099357263",
            "2025-05-20T13:34Z",
            "2025-05-20T13:34:57+0200",
            "2025-05-20T13:34:57 UTC",
            "2025-13-20T13:34:57Z",
            "2025-02-30T13:34:57Z",
            "2025-05-20T24:34:57Z",
            "20.05.2025 13:34:57");

    private Mutations() {}

    /**
     * What the keyword refuses in the place of a value.
     *
     * @param demand the value of the keyword in the schema
     * @param elsewhere values of the same keyword at other places, which are wrong here
     */
    static List<JsonNode> of(String keyword, JsonNode demand, JsonNode value, Set<JsonNode> elsewhere) {
        return switch (keyword) {
            case "type" -> otherTypes(demand);
            case "enum" -> strings(otherSpellings(value.asString()), text -> true);
            case "const" -> otherConstants(demand, elsewhere);
            case "pattern" -> strings(spoiled(value.asString()), refusedBy(demand.asString()));
            case "format" -> strings(TIMES_WITHOUT_A_MEANING.stream(), text -> true);
            case "minimum" -> List.of(JSON.numberNode(demand.asLong() - 1));
            case "maximum" -> List.of(JSON.numberNode(demand.asLong() + 1));
            case "minLength" -> List.of(JSON.stringNode("x".repeat(demand.asInt() - 1)));
            case "maxLength" -> List.of(JSON.stringNode("x".repeat(demand.asInt() + 1)));
            default -> throw new IllegalArgumentException("no counterexample is known for the keyword " + keyword);
        };
    }

    private static List<JsonNode> otherTypes(JsonNode demand) {
        Set<String> allowed = new HashSet<>();
        if (demand.isArray()) {
            demand.forEach(type -> allowed.add(type.asString()));
        } else {
            allowed.add(demand.asString());
        }
        if (allowed.contains("number")) {
            allowed.add("integer");
        }
        return OF_EACH_TYPE.entrySet().stream()
                .filter(type -> !allowed.contains(type.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Stream<String> otherSpellings(String value) {
        return Stream.of("", value.toLowerCase(Locale.ROOT), value + "X", " " + value, value.substring(1), "UNKNOWN");
    }

    private static List<JsonNode> otherConstants(JsonNode demand, Set<JsonNode> elsewhere) {
        if (demand.isNumber()) {
            return List.of(JSON.numberNode(demand.asLong() - 1), JSON.numberNode(0));
        }
        List<JsonNode> others = new ArrayList<>(strings(otherSpellings(demand.asString()), text -> true));
        elsewhere.stream().filter(other -> !other.equals(demand)).forEach(others::add);
        return others;
    }

    private static Stream<String> spoiled(String value) {
        return Stream.of(
                "",
                " ",
                "\n",
                "\r\n",
                " " + value,
                value + " ",
                value + "\n",
                "-" + value,
                "+" + value,
                value + "%",
                value + " ms",
                "1e5",
                "1,5",
                "1.5",
                ".5",
                "5.",
                "1.2.3",
                "0x10",
                "NaN",
                "five",
                "٣",
                value + "\n" + value,
                value + "\r" + value,
                value.replaceFirst("(\\.[0-9]+)", "$1" + "0"));
    }

    /** By Java's own reading of the expression, since it is another's that is put to the proof. */
    private static Predicate<String> refusedBy(String pattern) {
        String whole = pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) + "\\z" : pattern;
        return Pattern.compile(whole).asPredicate().negate();
    }

    private static List<JsonNode> strings(Stream<String> texts, Predicate<String> refused) {
        return texts.filter(refused)
                .distinct()
                .map(text -> (JsonNode) JSON.stringNode(text))
                .toList();
    }
}
