package io.gatewayping.contract;

import io.gatewayping.contract.Document.Located;
import io.gatewayping.exchange.Key;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One operation of the contract.
 *
 * @param id its operationId
 * @param method the HTTP method, in upper case
 * @param path with its parameters in braces
 * @param supporting whether it only serves the operation under test
 * @param place where it stands
 * @param parameters those of its path, in the order of the path, and all others
 * @param security who is let in
 * @param responses by status code
 */
public record Operation(
        String id,
        String method,
        String path,
        boolean supporting,
        Located place,
        List<Parameter> parameters,
        Security security,
        Map<Integer, Answer> responses) {

    static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    /** What matches the paths of requests, by the path that has names for its parameters. */
    private static final Map<String, Pattern> FORMS = new ConcurrentHashMap<>();

    /**
     * A documented response.
     *
     * @param place where it stands, references followed
     * @param schema the schema of its JSON body
     * @param headers where each of its headers stands, by name
     */
    public record Answer(Located place, Located schema, Map<String, Located> headers) {}

    /** The parameters of its path, in the order of the path. */
    public List<Parameter> pathParameters() {
        return parameters.stream().filter(parameter -> parameter.isIn("path")).toList();
    }

    /** Whether a request of this method and path is one of this operation. */
    public boolean serves(String requestMethod, String requestPath) {
        return method.equals(requestMethod) && key(requestPath).isPresent();
    }

    /** The values of its path parameters in the path of a request. */
    public Optional<Key> key(String requestPath) {
        Matcher matcher = FORMS.computeIfAbsent(path, Operation::form).matcher(requestPath);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        pathParameters().forEach(it -> values.put(it.name(), decoded(matcher.group(values.size() + 1))));
        return Optional.of(new Key(values));
    }

    private static Pattern form(String path) {
        StringBuilder form = new StringBuilder(".*");
        int literal = 0;
        Matcher parameter = PARAMETER.matcher(path);
        while (parameter.find()) {
            form.append(Pattern.quote(path.substring(literal, parameter.start())))
                    .append("([^/]+)");
            literal = parameter.end();
        }
        return Pattern.compile(form + Pattern.quote(path.substring(literal)));
    }

    static String decoded(String segment) {
        try {
            // A plus sign is a plus sign in a path; the decoder takes it for a form's blank.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that begins no escape stands for itself.
            return segment;
        }
    }

    /** The path of a request for a key, without a query. */
    public String path(Key key) {
        return PARAMETER
                .matcher(path)
                .replaceAll(parameter -> Matcher.quoteReplacement(encoded(key.value(parameter.group(1)))));
    }

    /** What is asked for: the path of a request for a key and the query that has to be sent with it. */
    public String target(Key key) {
        String query = parameters.stream()
                .filter(parameter -> parameter.isIn("query") && parameter.isRequired())
                .map(parameter -> encoded(parameter.name()) + "=" + encoded(parameter.example()))
                .collect(Collectors.joining("&"));
        return path(key) + (query.isEmpty() ? "" : "?" + query);
    }

    /** The headers that have to be sent, beside those of HTTP and of its security. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        parameters.stream()
                .filter(parameter -> parameter.isIn("header") && parameter.isRequired())
                .forEach(parameter -> headers.put(parameter.name(), parameter.example()));
        return headers;
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The id of the clause that the answer is an HTTP message. */
    public String messageClause() {
        return id + "/message";
    }

    /** The id of the clause that the status is a documented one. */
    public String statusClause() {
        return id + "/responses";
    }

    /** The id of the clause that a body is JSON and says so. */
    public String contentClause(int status) {
        return id + "/responses/" + status + "/content";
    }

    /** The id of the clause that a header stands once at most; the ids of its other clauses begin with it. */
    String headerClause(int status, String name) {
        return id + "/responses/" + status + "/headers/" + name;
    }

    /** The id of the clause that without a valid token the answer is 401. */
    public String securityClause() {
        return id + "/security";
    }
}
