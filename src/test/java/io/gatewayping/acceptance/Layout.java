package io.gatewayping.acceptance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One of the ways to write the same JSON. */
enum Layout {
    COMPACT {
        @Override
        String write(JsonNode json) {
            return JSON.writeValueAsString(json);
        }
    },
    PRETTY {
        @Override
        String write(JsonNode json) {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\r\n";
        }
    },
    REVERSED {
        @Override
        String write(JsonNode json) {
            return JSON.writeValueAsString(reversed(json));
        }
    };

    private static final JsonMapper JSON = JsonMapper.shared();

    abstract String write(JsonNode json);

    private static JsonNode reversed(JsonNode json) {
        if (!json.isObject()) {
            return json;
        }
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(json.properties());
        Collections.reverse(members);
        ObjectNode reversed = JSON.createObjectNode();
        members.forEach(member -> reversed.set(member.getKey(), reversed(member.getValue())));
        return reversed;
    }
}
