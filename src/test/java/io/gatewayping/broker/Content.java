package io.gatewayping.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The content of pacts: what makes two of them the same, and how their difference is shown. */
final class Content {

    private Content() {}

    /** The broker's own number for what a pact demands, whatever the order of members and interactions. */
    static String sha(JsonNode pact) {
        ObjectNode demanded = JsonNodeFactory.instance.objectNode();
        ArrayNode interactions = demanded.putArray("interactions");
        sorted(pact).forEach(interactions::add);
        JsonNode specification = pact.at("/metadata/pactSpecification/version");
        demanded.set("pact_specification_version", specification);
        return sha1(demanded);
    }

    static String interactionId(JsonNode interaction) {
        return sha1(ordered(interaction));
    }

    /** The members that differ, as the broker's notice of a conflict shows them. */
    static String difference(JsonNode before, JsonNode after) {
        StringBuilder shown = new StringBuilder();
        Iterator<JsonNode> others = sorted(after).iterator();
        for (JsonNode interaction : sorted(before).toList()) {
            JsonNode other = others.hasNext() ? others.next() : JsonNodeFactory.instance.objectNode();
            if (!interaction.equals(other)) {
                shown.append("     {\n");
                differences(interaction, other, 6, shown);
                shown.append("     },");
            }
        }
        return shown.toString();
    }

    private static void differences(JsonNode before, JsonNode after, int depth, StringBuilder shown) {
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode one = before.path(name);
            JsonNode other = after.path(name);
            String member = " ".repeat(depth) + "\"" + name + "\": ";
            if (one.isObject() && other.isObject() && !one.equals(other)) {
                shown.append(' ').append(member).append("{\n");
                differences(one, other, depth + 2, shown);
                shown.append(' ').append(" ".repeat(depth)).append("}\n");
            } else if (!one.equals(other)) {
                shown.append('-').append(member).append(one).append('\n');
                shown.append('+').append(member).append(other).append('\n');
            }
        }
    }

    private static Stream<JsonNode> sorted(JsonNode pact) {
        return StreamSupport.stream(pact.path("interactions").spliterator(), false)
                .map(Content::ordered)
                .sorted(Comparator.comparing(JsonNode::toString));
    }

    private static JsonNode ordered(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            TreeSet<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> object.set(name, ordered(node.get(name))));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(ordered(item)));
            return array;
        }
        return node;
    }

    private static String sha1(JsonNode node) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1")
                            .digest(node.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
