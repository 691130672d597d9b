package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import io.gatewayping.exchange.Key;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

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
        return method.equals(requestMethod) && requestPath.matches(".*" + path.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    /** The path of a request for a key. */
    public String path(Key key) {
        return path.replace("{serial-number}", encoded(key.serialNumber())).replace("{task-id}", encoded(key.taskId()));
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
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
