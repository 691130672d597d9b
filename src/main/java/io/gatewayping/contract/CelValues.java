package io.gatewayping.contract;

import dev.cel.common.values.MutableMapValue;
import dev.cel.common.values.NullValue;
import io.gatewayping.exchange.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** JSON as CEL sees it: nothing of a number is lost, whether it fits CEL's integers or not. */
final class CelValues {

    private CelValues() {}

    /**
     * A map that CEL takes as it is. (In one that is no value of its own, it looks at every member each time that a rule
     * names one.)
     */
    static Map<Object, Object> map(Map<?, ?> members) {
        return MutableMapValue.create(members);
    }

    /** A whole response as the rules of operations see it. */
    static Map<String, Object> of(Response response) {
        Response.Aside aside = response.aside();
        return Map.of(
                "status",
                (long) response.status(),
                "reason",
                aside.reason(),
                "headers",
                map(response.headers()),
                "text",
                response.text(),
                "interim",
                aside.interim(),
                "trailers",
                map(aside.trailers()),
                "extensions",
                aside.extensions());
    }

    static Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                node.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
                yield map(members);
            }
            case ARRAY -> {
                List<Object> items = new ArrayList<>();
                node.forEach(item -> items.add(of(item)));
                yield items;
            }
            case STRING -> node.asString();
            case BOOLEAN -> node.asBoolean();
            case NUMBER -> {
                if (node.canConvertToExactIntegral() && node.canConvertToLong()) {
                    yield node.longValue();
                }
                yield new Decimal(node.decimalValue());
            }
            default -> NullValue.NULL_VALUE;
        };
    }
}
