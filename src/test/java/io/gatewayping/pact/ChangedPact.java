package io.gatewayping.pact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The committed pact, but for a change that a catalogue describes.
 *
 * @param name of the change
 * @param entry of the catalogue
 */
record ChangedPact(String name, JsonNode entry) {

    private static final Path COMMITTED = Path.of("pacts/gateway-ping-client-network-troubleshooting.json");

    static Stream<ChangedPact> of(String catalogue) throws IOException {
        try (InputStream stream = ChangedPact.class.getResourceAsStream("/pact/" + catalogue)) {
            return new YAMLMapper()
                    .readTree(stream).properties().stream()
                            .flatMap(group ->
                                    StreamSupport.stream(group.getValue().spliterator(), false))
                            .map(entry -> new ChangedPact(entry.path("name").asString(), entry))
                            .toList()
                            .stream();
        }
    }

    PactDocument document() throws IOException, UnreadablePact {
        return PactDocument.parse("the pact", changed().toString());
    }

    /** The interactions alone that are changed, where it is only these. */
    PactDocument onlyWhatIsChanged() throws IOException, UnreadablePact {
        Set<Integer> indices = Stream.concat(
                        entry.path("set").propertyNames().stream(),
                        entry.path("remove").valueStream().map(JsonNode::asString))
                .map(place -> place.split("/", -1))
                .filter(place -> place.length > 2 && place[1].equals("interactions"))
                .map(place -> Integer.valueOf(place[2]))
                .collect(Collectors.toSet());
        JsonNode pact = changed();
        ArrayNode interactions = (ArrayNode) pact.path("interactions");
        for (int index = interactions.size() - 1; index >= 0 && !indices.isEmpty(); index--) {
            if (!indices.contains(index)) {
                interactions.remove(index);
            }
        }
        return PactDocument.parse("the pact", pact.toString());
    }

    private JsonNode changed() throws IOException {
        JsonNode pact = JsonMapper.shared().readTree(Files.readString(COMMITTED));
        entry.path("set")
                .properties()
                .forEach(change -> set(pact, JsonPointer.compile(change.getKey()), change.getValue()));
        entry.path("remove").forEach(place -> remove(pact, JsonPointer.compile(place.asString())));
        return pact;
    }

    String text(String member) {
        return entry.path(member).asString("");
    }

    private static void set(JsonNode root, JsonPointer place, JsonNode value) {
        JsonNode parent = root.at(place.head());
        if (parent instanceof ArrayNode array) {
            if (place.last().getMatchingIndex() == array.size()) {
                array.add(value);
            } else {
                array.set(place.last().getMatchingIndex(), value);
            }
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
        }
    }

    private static void remove(JsonNode root, JsonPointer place) {
        JsonNode parent = root.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.remove(place.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(place.last().getMatchingProperty());
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
