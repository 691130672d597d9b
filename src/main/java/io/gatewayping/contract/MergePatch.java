package io.gatewayping.contract;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON merge patches (RFC 7396), but that a null in a patch is a null in the result: the contract knows the difference. */
public final class MergePatch {

    private MergePatch() {}

    /** What the patch makes of the target, which stays as it is. */
    public static JsonNode applied(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        target.properties().forEach(member -> result.set(member.getKey(), member.getValue()));
        patch.properties()
                .forEach(member ->
                        result.set(member.getKey(), applied(target.path(member.getKey()), member.getValue())));
        return result;
    }
}
