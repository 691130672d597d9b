package io.gatewayping.pact;

import io.gatewayping.exchange.Excerpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The documented responses that consumers have no interaction for, and why: {@code left-out.yaml} beside the pacts, with
 * the reason for each status code under the name of each consumer.
 *
 * @param reasons by consumer, by status code
 */
record LeftOut(Map<String, Map<Integer, String>> reasons) {

    static final String FILE = "left-out.yaml";

    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * Reads the file of a folder of pacts; where there is none, nothing is left out.
     *
     * @throws UnreadablePact when it cannot be read
     */
    static LeftOut beside(Path folder) throws UnreadablePact {
        Path file = folder.resolve(FILE);
        Map<String, Map<Integer, String>> reasons = new LinkedHashMap<>();
        if (Files.notExists(file)) {
            return new LeftOut(reasons);
        }
        try {
            for (Map.Entry<String, JsonNode> consumer :
                    YAML.readTree(Files.readString(file)).properties()) {
                reasons.put(consumer.getKey(), reasons(file, consumer.getValue()));
            }
        } catch (IOException | JacksonException e) {
            throw new UnreadablePact(
                    file.toString(), "it cannot be read: " + Excerpt.of(String.valueOf(e.getMessage())));
        }
        return new LeftOut(reasons);
    }

    private static Map<Integer, String> reasons(Path file, JsonNode codes) throws UnreadablePact {
        Map<Integer, String> reasons = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> code : codes.properties()) {
            String reason = code.getValue().asString("").strip();
            if (!code.getKey().matches("[1-5]\\d\\d") || reason.isEmpty()) {
                throw new UnreadablePact(
                        file.toString(), code.getKey() + ": a status code and the reason why it is left out, in words");
            }
            reasons.put(Integer.valueOf(code.getKey()), reason);
        }
        return reasons;
    }

    Map<Integer, String> of(String consumer) {
        return reasons.getOrDefault(consumer, Map.of());
    }
}
