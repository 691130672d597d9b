package io.gatewayping.contract;

import io.gatewayping.contract.BodySchema.Refusal;
import io.gatewayping.contract.Document.Located;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The schema of a value that is sent as text, in a header or a path: what it demands as a number or a truth value is one
 * when the text spells it as JSON does.
 *
 * @param schema judges what the text spells
 * @param types that the schema demands, none when it demands none
 */
public record TextSchema(BodySchema schema, Set<String> types) {

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,999})(?:\\.[0-9]{1,999})?");

    /** What judges nothing that is one value, or has conditions on what is none. */
    private static final Set<String> NOT_OF_TEXT =
            Set.of("required", "properties", "items", "minItems", "maxItems", "if", "x-rules");

    private static final Set<String> NEVER_TEXT = Set.of("array", "object", "null");

    static TextSchema at(Document document, Located place, BodySchema schema) {
        document.parts(place).forEach(part -> check(document, part));
        TextSchema text = new TextSchema(
                schema,
                document.parts(place)
                        .flatMap(part -> part.child("type").words().stream())
                        .collect(Collectors.toUnmodifiableSet()));
        Stream.concat(place.child("enum").items().stream(), Stream.of(place.child("const")))
                .filter(value -> !value.isMissing() && !text.takes(value.text()))
                .findFirst()
                .ifPresent(value -> {
                    throw document.invalid(
                            value.pointer(), "no text is it; by its type, a text may be a number or a truth value");
                });
        return text;
    }

    private static void check(Document document, Located schema) {
        schema.members().stream()
                .filter(keyword -> NOT_OF_TEXT.contains(keyword.getKey()))
                .findFirst()
                .ifPresent(keyword -> {
                    throw document.invalid(
                            keyword.getValue().pointer(), keyword.getKey() + " judges nothing that is sent as text");
                });
        Located type = schema.child("type");
        if (type.words().stream().anyMatch(NEVER_TEXT::contains)) {
            throw document.invalid(
                    type.pointer(), "what is sent as text is one value: no array, no object and not null");
        }
    }

    /** Whether it takes numbers. */
    boolean isOfNumbers() {
        return types.contains("integer") || types.contains("number");
    }

    /** What a text spells. */
    public JsonNode value(String text) {
        if (isOfNumbers() && NUMBER.matcher(text).matches()) {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        }
        if (types.contains("boolean") && (text.equals("true") || text.equals("false"))) {
            return JsonNodeFactory.instance.booleanNode(text.equals("true"));
        }
        return JsonNodeFactory.instance.stringNode(text);
    }

    /** Whether it takes a text. */
    public boolean takes(String text) {
        return judge(text, new HashMap<>()).isEmpty();
    }

    /** Judges a text. */
    public List<Refusal> judge(String text, Map<String, String> evaluated) {
        return schema.judge(value(text), evaluated);
    }
}
