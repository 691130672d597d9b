package io.gatewayping.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers as a broker in trouble does. */
final class Struck {

    private static final String UNKNOWN = "There is no verified pact between these versions";
    private static final String YES = "There are no missing dependencies";

    private Struck() {}

    static void by(Trouble trouble, Supplier<Reply> honest, Connection connection) throws IOException {
        switch (trouble.fault()) {
            case UNAUTHORIZED -> connection.send(Access.bearer("").refusal());
            case FORBIDDEN -> connection.send(Reply.error(403, "You do not have permission to perform this action"));
            case NOT_FOUND -> connection.send(Reply.error(404, "The requested document was not found on this server."));
            case CONFLICT ->
                connection.send(Reply.json(
                        409,
                        Recording.read()
                                .body("POST", "/contracts/publish", 409, Map.of(Recording.URL, Recording.URL))));
            case INVALID ->
                connection.send(Reply.hal(
                        400, Recording.parsed("{\"errors\":{\"pacticipantVersionNumber\":[\"can't be blank\"]}}")));
            case BROKEN -> connection.send(Reply.error(500, "An error has occurred."));
            case UNAVAILABLE -> connection.send(Reply.of(503, "text/html", "<h1>503 Service Unavailable</h1>"));
            case SILENCE -> connection.hold();
            case RESET -> connection.reset();
            case HTML ->
                connection.send(Reply.of(
                        200, "text/html; charset=utf-8", "<!DOCTYPE html><html><body>Please sign in</body></html>"));
            case MISSING_LINK ->
                connection.send(without(List.of(trouble.detail().split(" ")), honest.get()));
            case TRUNCATED -> {
                Reply whole = honest.get();
                connection.send(
                        whole.withBody(whole.text().substring(0, whole.text().length() / 2)));
            }
            case REDIRECT -> connection.send(Reply.of(302, "text/html", "").with("location", trouble.detail()));
            case LINKS_ELSEWHERE -> {
                Reply whole = honest.get();
                connection.send(whole.withBody(whole.text().replaceAll("http://[^/\"]+", trouble.detail())));
            }
            case MATRIX_UNKNOWN -> connection.send(unknown(honest.get()));
            case MATRIX_YES_WITHOUT_RESULTS -> connection.send(Reply.hal(200, yes()));
        }
    }

    private static Reply without(List<String> relations, Reply whole) {
        JsonNode document = Recording.parsed(whole.text());
        removed(document, relations);
        return whole.withBody(document.toString());
    }

    private static void removed(JsonNode node, List<String> relations) {
        if (node.path("_links") instanceof ObjectNode links) {
            links.remove(relations);
        }
        node.forEach(child -> removed(child, relations));
    }

    private static Reply unknown(Reply whole) {
        ObjectNode document = (ObjectNode) Recording.parsed(whole.text());
        ArrayNode rows = document.withArray("matrix");
        rows.forEach(row -> ((ObjectNode) row).putNull("verificationResult"));
        document.set("summary", summary(UNKNOWN).putNull("deployable").put("unknown", 1));
        document.putArray("notices").addObject().put("type", "error").put("text", UNKNOWN);
        return whole.withBody(document.toString());
    }

    private static JsonNode yes() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("summary", summary(YES).put("deployable", true));
        document.putArray("notices").addObject().put("type", "success").put("text", YES);
        document.putArray("matrix");
        return document;
    }

    private static ObjectNode summary(String reason) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("reason", reason)
                .put("success", 0)
                .put("failed", 0)
                .put("unknown", 0);
    }
}
