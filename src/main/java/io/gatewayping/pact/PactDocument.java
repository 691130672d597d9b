package io.gatewayping.pact;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.UnknownPactSource;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One pact, of any version of Pact's specification.
 *
 * @param source where it comes from: a file or a URL
 * @param json all of it, as it was written
 * @param pact as Pact reads it
 */
public record PactDocument(String source, JsonNode json, Pact pact) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Versions of Pact's specification. */
    private static final Pattern KNOWN = Pattern.compile("[1-4](\\.[0-9]+){1,2}");

    /**
     * Reads a file.
     *
     * @throws UnreadablePact when it is none, or holds no pact
     */
    public static PactDocument read(Path file) throws UnreadablePact {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new UnreadablePact(file.toString(), "there is no such file");
        } catch (IOException e) {
            throw new UnreadablePact(file.toString(), "it cannot be read: " + FileFault.words(e));
        }
    }

    /**
     * Reads a text.
     *
     * @param source where it comes from, for messages
     * @throws UnreadablePact when it holds no pact
     */
    public static PactDocument parse(String source, String text) throws UnreadablePact {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new UnreadablePact(source, "no JSON: " + Excerpt.of(e.getOriginalMessage()));
        }
        if (json.at("/consumer/name").asString("").isEmpty()
                || json.at("/provider/name").asString("").isEmpty()) {
            throw new UnreadablePact(source, "no pact: it names no consumer or no provider");
        }
        JsonNode version = json.at("/metadata/pactSpecification/version");
        if (!version.isMissingNode() && !KNOWN.matcher(version.asString("")).matches()) {
            // Pact would read it as one of the third version, and pass over what that has not.
            throw new UnreadablePact(
                    source,
                    "its metadata.pactSpecification.version is " + Excerpt.of(version.toString())
                            + ": versions \"1.0\" to \"4.0\" are read");
        }
        try {
            JsonValue.Object object = (JsonValue.Object) JsonParser.parseString(text);
            return new PactDocument(
                    source, json, DefaultPactReader.INSTANCE.pactFromJson(object, UnknownPactSource.INSTANCE));
        } catch (RuntimeException e) {
            throw new UnreadablePact(source, "Pact cannot read it: " + Excerpt.of(String.valueOf(e.getMessage())));
        }
    }

    /** The name of its consumer. */
    public String consumer() {
        return json.at("/consumer/name").asString();
    }

    /** The name of its provider. */
    public String provider() {
        return json.at("/provider/name").asString();
    }

    /** Its HTTP interactions. */
    public List<V4Interaction.SynchronousHttp> interactions() {
        return pact.getInteractions().stream()
                .filter(Interaction::isSynchronousRequestResponse)
                .map(interaction -> (V4Interaction.SynchronousHttp) interaction.asV4Interaction())
                .toList();
    }

    /** Where bodies stand that Pact passes over in silence: those of the fourth version are written as its {@code content}. */
    List<String> unreadBodies() {
        List<String> places = new ArrayList<>();
        for (int index = 0; pact.isV4Pact() && index < json.path("interactions").size(); index++) {
            for (String part : List.of("/request/body", "/response/body")) {
                String place = "/interactions/" + index + part;
                JsonNode body = json.at(place);
                boolean isThere = !body.isMissingNode() && !body.isNull();
                if (isThere && (body.isValueNode() || (!body.isEmpty() && !body.has("content")))) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    /** How many interactions it holds that nobody here can judge: messages, and what Pact's own reader passes over. */
    public int others() {
        return json.path("interactions").size()
                + json.path("messages").size()
                - interactions().size();
    }
}
