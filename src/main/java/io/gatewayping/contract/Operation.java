package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import io.gatewayping.exchange.Key;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One operation of the contract.
 *
 * @param id its operationId
 * @param method the HTTP method, in upper case
 * @param path with its parameters in braces
 * @param supporting whether it only serves the operation under test
 * @param place where it stands
 * @param responses by status code
 */
public record Operation(
        String id, String method, String path, boolean supporting, Located place, Map<Integer, Answer> responses) {

    /**
     * A documented response.
     *
     * @param place where it stands, references followed
     * @param schema the schema of its JSON body, references followed
     */
    record Answer(Located place, Located schema) {}

    /** Whether a request of this method and path is one of this operation. */
    boolean serves(String requestMethod, String requestPath) {
        return method.equals(requestMethod) && key(requestPath).isPresent();
    }

    /** The key that the path of a request names; a task id that the operation does not take is empty. */
    public Optional<Key> key(String requestPath) {
        Matcher matcher =
                Pattern.compile(".*" + path.replaceAll("\\{[^}]+}", "([^/]+)")).matcher(requestPath);
        return matcher.matches()
                ? Optional.of(
                        new Key(decoded(matcher.group(1)), matcher.groupCount() > 1 ? decoded(matcher.group(2)) : ""))
                : Optional.empty();
    }

    private static String decoded(String segment) {
        // A plus sign is a plus sign in a path; the decoder takes it for a form's blank.
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The path of a request for a key. */
    public String path(Key key) {
        return path.replace("{serial-number}", encoded(key.serialNumber())).replace("{task-id}", encoded(key.taskId()));
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The id of the clause that the answer is an HTTP message. */
    String messageClause() {
        return id + "/message";
    }

    /** The id of the clause that the status is a documented one. */
    String statusClause() {
        return id + "/responses";
    }

    /** The id of the clause that a body is JSON and says so. */
    String contentClause(int status) {
        return id + "/responses/" + status + "/content";
    }

    /** The id of the clause that without a valid token the answer is 401. */
    String securityClause() {
        return id + "/security";
    }
}
