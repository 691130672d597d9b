package io.gatewayping.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a Pact Broker 2.120.0 answered; its bodies are the patterns of the double's own. */
final class Recording {

    /** The recorded broker's address, and the names and numbers that stand in its answers. */
    static final String URL = "http://127.0.0.1:9291";

    static final String CONSUMER = "web-app";
    static final String PROVIDER = "orders-api";
    static final String VERSION = "3.0.0";
    static final String SHA = "ed39cab6f3818d97d5c8aa4489046475f59b0d8c";
    static final String METADATA = "cyU1QiU1RCU1QmN2JTVEPTE";
    static final String VERSION_METADATA = "Y3ZuPTMuMC4w";
    static final String RESULT = "101";

    static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> exchanges;

    private Recording(List<JsonNode> exchanges) {
        this.exchanges = exchanges;
    }

    static Recording read() {
        try (InputStream in = Recording.class.getResourceAsStream("/broker/pact-broker-2.120.0-recorded.jsonl")) {
            return new Recording(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Recording::parsed)
                    .filter(line -> line.has("request"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests and responses, in their order. */
    List<JsonNode> exchanges() {
        return exchanges;
    }

    /**
     * The last body answered to a request like this, with other words in the place of the recorded ones: as they are in
     * texts, encoded in addresses.
     */
    ObjectNode body(String method, String path, int status, Map<String, String> words) {
        JsonNode found = exchanges.stream()
                .filter(it -> it.at("/request/method").asText().equals(method)
                        && it.at("/request/path").asText().equals(path)
                        && it.at("/response/status").asInt() == status)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalArgumentException("not recorded: " + method + " " + path));
        return (ObjectNode) worded(parsed(found.at("/response/body").asText()), words);
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode worded(JsonNode node, Map<String, String> words) {
        if (node.isTextual()) {
            return TextNode.valueOf(worded(node.textValue(), words));
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(worded(member.getValue(), words)));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, worded(array.get(i), words));
            }
        }
        return node;
    }

    private static String worded(String text, Map<String, String> words) {
        boolean address = text.startsWith(URL);
        Pattern recorded = Pattern.compile(words.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        return recorded.matcher(text).replaceAll(match -> {
            String word = words.get(match.group());
            boolean plain = !address || match.group().equals(URL);
            return Matcher.quoteReplacement(plain ? word : Urls.encoded(word));
        });
    }
}
