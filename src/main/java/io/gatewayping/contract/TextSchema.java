package io.gatewayping.contract;

import io.gatewayping.contract.BodySchema.Refusal;
import io.gatewayping.contract.Document.Located;
import java.math.BigDecimal;
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

    static TextSchema at(Document document, Located place, BodySchema schema) {
        return new TextSchema(
                schema,
                document.parts(place)
                        .flatMap(part -> words(part.child("type")))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<String> words(Located type) {
        return type.node().isArray() ? type.items().stream().map(Located::text) : Stream.of(type.text());
    }

    /** What a text spells. */
    public JsonNode value(String text) {
        boolean number = types.contains("integer") || types.contains("number");
        if (number && NUMBER.matcher(text).matches()) {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        }
        if (types.contains("boolean") && (text.equals("true") || text.equals("false"))) {
            return JsonNodeFactory.instance.booleanNode(text.equals("true"));
        }
        return JsonNodeFactory.instance.stringNode(text);
    }

    /** Judges a text. */
    List<Refusal> judge(String text, Map<String, String> evaluated) {
        return schema.judge(value(text), evaluated);
    }
}
