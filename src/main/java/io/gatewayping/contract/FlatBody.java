package io.gatewayping.contract;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import tools.jackson.databind.JsonNode;

/**
 * A body laid flat, for rules on whole responses: each value that is neither object nor list, as text, by its
 * JSON Pointer; of an empty object or list, a text without characters. There are no more than {@link JsonBody} reads.
 */
public final class FlatBody {

    private FlatBody() {}

    /** The members of a body; of one that is no JSON, the text alone under the empty pointer; of none, nothing. */
    public static Map<String, String> of(byte[] body) {
        JsonNode json = JsonBody.parse(body).value();
        if (json != null) {
            return of(json);
        }
        return body.length == 0 ? Map.of() : Map.of("", new String(body, StandardCharsets.UTF_8));
    }

    /** The members of a body. */
    public static Map<String, String> of(JsonNode body) {
        Map<String, String> members = new LinkedHashMap<>();
        add(body, "", members);
        return members;
    }

    private static void add(JsonNode node, String pointer, Map<String, String> members) {
        if (node.isContainer() && node.isEmpty()) {
            members.put(pointer, "");
        } else if (node.isObject()) {
            for (Entry<String, JsonNode> member : node.properties()) {
                String name = member.getKey().replace("~", "~0").replace("/", "~1");
                add(member.getValue(), pointer + "/" + name, members);
            }
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                add(node.get(index), pointer + "/" + index, members);
            }
        } else {
            members.put(pointer, node.isString() ? node.asString() : node.toString());
        }
    }
}
