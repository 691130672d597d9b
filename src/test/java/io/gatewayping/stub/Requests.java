package io.gatewayping.stub;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Key;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Requests, right and wrong, as anybody might send them; each knows what is right about it. */
final class Requests {

    static final String TOKEN = "let-me-in";

    private static final String JSON = "Content-Type: application/json\r\n";

    private final Contract contract;

    Requests(Contract contract) {
        this.contract = contract;
    }

    /**
     * One request.
     *
     * @param operation the one whose path it asks for
     * @param key what that path names; nothing when its escapes are malformed
     * @param authorized whether it carries the token, once
     * @param startable whether its body is one that starts a task
     */
    record Asked(
            String method,
            Optional<Operation> operation,
            String target,
            Optional<Key> key,
            boolean authorized,
            String headers,
            String body,
            boolean startable) {

        String message() {
            return method + " " + target + " HTTP/1.1\r\nHost: stub\r\nConnection: close\r\n" + headers
                    + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n"
                    + new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return message();
        }

        /** Which statuses an honest provider may answer; a task of an odd id is not there, or cannot be. */
        List<Integer> wanted() {
            if (!authorized) {
                return List.of(401);
            }
            boolean owned = key.filter(it -> it.value("serial-number").matches("[A-Z0-9]+"))
                    .isPresent();
            if (operation.orElseThrow().supporting()) {
                return List.of(owned && startable ? 202 : 400);
            }
            return owned ? List.of(404, 400) : List.of(400);
        }
    }

    private record Path(Optional<Operation> operation, String path, Optional<Key> key) {}

    private record Body(String contentType, String text, boolean startable) {}

    Arbitrary<Asked> any() {
        return Combinators.combine(method(), path(), query(), authorization(), body(), noise())
                .as((method, path, query, authorization, body, noise) -> new Asked(
                        method,
                        path.operation(),
                        path.path() + query,
                        path.key(),
                        authorization.get2(),
                        authorization.get1() + body.contentType() + noise,
                        body.text(),
                        body.startable()));
    }

    private static Arbitrary<String> method() {
        return Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.of("GET", "POST")),
                Tuple.of(2, Arbitraries.of("PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", "Post")),
                Tuple.of(
                        1,
                        Arbitraries.strings()
                                .withChars("!#$%&'*+-.^_`|~aZ09")
                                .ofMinLength(1)
                                .ofMaxLength(20)));
    }

    private Arbitrary<Path> path() {
        Arbitrary<Path> served = Combinators.combine(
                        Arbitraries.of(contract.operations()), segment(serialNumber()), segment(taskId()))
                .as(this::served);
        Arbitrary<Path> broken = served.flatMap(path -> Arbitraries.of(
                        "/" + path.path(),
                        path.path() + "/",
                        "/v2" + path.path(),
                        path.path().replaceFirst("/ping", "//ping"),
                        path.path().replaceFirst("gateways", "Gateways"),
                        path.path() + "/x",
                        "http://stub/" + path.path()))
                .map(Requests::nowhere);
        Arbitrary<Path> anything = Arbitraries.strings()
                .withCharRange('!', '~')
                .excludeChars('#')
                .ofMaxLength(40)
                .map(text -> nowhere("/" + text));
        return Arbitraries.frequencyOf(
                Tuple.of(8, served),
                Tuple.of(2, broken),
                Tuple.of(1, anything),
                Tuple.of(
                        1,
                        Arbitraries.of("*", "/", "stub:80", "/admin", "/__admin", "/__admin/mappings")
                                .map(Requests::nowhere)));
    }

    private static Path nowhere(String path) {
        return new Path(Optional.empty(), path, Optional.empty());
    }

    private Path served(
            Operation operation, Tuple2<String, Optional<String>> serial, Tuple2<String, Optional<String>> id) {
        String path = operation.path().replace("{serial-number}", serial.get1()).replace("{task-id}", id.get1());
        boolean read = serial.get2().isPresent()
                && (operation.supporting() || id.get2().isPresent());
        Map<String, String> parameters = new LinkedHashMap<>();
        if (read) {
            parameters.put("serial-number", serial.get2().get());
            parameters.put("task-id", id.get2().orElse(""));
        }
        return new Path(Optional.of(operation), path, read ? Optional.of(new Key(parameters)) : Optional.empty());
    }

    /** A value as it stands in a path, and what it is; nothing when its escapes stand for no text. */
    private static Arbitrary<Tuple2<String, Optional<String>>> segment(Arbitrary<String> values) {
        Arbitrary<Tuple2<String, Optional<String>>> read = values.map(value ->
                Tuple.of(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"), Optional.of(value)));
        Arbitrary<Tuple2<String, Optional<String>>> unread = Arbitraries.of(
                        "%", "%4", "%zz", "%ff", "%C3%28", "x%", "%-1", "%+a")
                .map(it -> Tuple.of(it, Optional.empty()));
        return Arbitraries.frequencyOf(Tuple.of(9, read), Tuple.of(1, unread));
    }

    private static Arbitrary<String> serialNumber() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Arbitraries.strings()
                                .withCharRange('A', 'Z')
                                .numeric()
                                .ofMinLength(1)
                                .ofMaxLength(12)),
                Tuple.of(1, Arbitraries.of("cn1", "CN 1", "CN1\n", "CN/1", "CN\u0661", ".", "..", "CN1;v=1")),
                Tuple.of(1, odd()));
    }

    private static Arbitrary<String> taskId() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.create(() -> "c7a3f2d1-e8a9-4b7c-8d1e-0f9a3b2c1d0e")),
                Tuple.of(2, Arbitraries.of("1", "a\nb", "a\r\nb", "\u2028", " ", "a\"b", "<html>", "a/b", TOKEN, "\0")),
                Tuple.of(2, odd()));
    }

    /** Any text that there is in Unicode. */
    private static Arbitrary<String> odd() {
        return Arbitraries.strings().ofMinLength(1).ofMaxLength(20).filter(text -> StandardCharsets.UTF_8
                .newEncoder()
                .canEncode(text));
    }

    private static Arbitrary<String> query() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just("")),
                Tuple.of(1, Arbitraries.of("?", "?x", "?access_token=" + TOKEN, "??", "?a=%zz&b=%00", "?/../")));
    }

    /** A header, and whether it lets anybody in. */
    private static Arbitrary<Tuple2<String, Boolean>> authorization() {
        Arbitrary<Tuple2<String, Boolean>> valid = Arbitraries.of(
                        "Authorization: Bearer " + TOKEN,
                        "authorization:bearer " + TOKEN,
                        "AUTHORIZATION: \t BEARER   " + TOKEN + " \t")
                .map(header -> Tuple.of(header + "\r\n", true));
        Arbitrary<Tuple2<String, Boolean>> invalid = Arbitraries.of(
                        "",
                        "Authorization:\r\n",
                        "Authorization: Bearer\r\n",
                        "Authorization: Bearer \r\n",
                        "Authorization: " + TOKEN + "\r\n",
                        "Authorization: Basic " + TOKEN + "\r\n",
                        "Authorization: Bearer" + TOKEN + "\r\n",
                        "Authorization: Bearer\t" + TOKEN + "\r\n",
                        "Authorization: Bearer " + TOKEN + "x\r\n",
                        "Authorization: Bearer LET-ME-IN\r\n",
                        "Authorization: Bearer " + TOKEN + ", Bearer " + TOKEN + "\r\n",
                        "Authorization: Bearer " + TOKEN + "\r\nAuthorization: Bearer x\r\n",
                        "Authorization: Bearer x\r\nAuthorization: Bearer " + TOKEN + "\r\n",
                        "Proxy-Authorization: Bearer " + TOKEN + "\r\n",
                        "Cookie: token=" + TOKEN + "\r\n")
                .map(header -> Tuple.of(header, false));
        return Arbitraries.frequencyOf(Tuple.of(4, valid), Tuple.of(1, invalid));
    }

    private static Arbitrary<Body> body() {
        Arbitrary<Body> startable = Arbitraries.of(JSON, "content-type: Application/JSON;charset=UTF-8\r\n")
                .flatMap(type -> Arbitraries.of(
                                "{\"destination\": \"www.google.com\"}", "{\"destination\":\"\u00fc\",\"count\":3}")
                        .map(text -> new Body(type, text, true)));
        Arbitrary<Body> wrong = Arbitraries.of(
                        "",
                        "null",
                        "[]",
                        "{}",
                        "{\"destination\": \"\"}",
                        "{\"destination\": 5}",
                        "{\"destination\": \"a\", \"destination\": \"b\"}",
                        "{\"destination\": \"a\"} x",
                        "{\"destination\": ",
                        "[".repeat(5_000),
                        "\ufeff{\"destination\": \"a\"}")
                .map(text -> new Body(JSON, text, false));
        Arbitrary<Body> untyped = Arbitraries.of(
                        "",
                        "Content-Type: multipart/form-data\r\n",
                        "Content-Type: text/plain\r\n",
                        "Content-Type: application/x-www-form-urlencoded\r\n",
                        "Content-Type: ;\r\n",
                        JSON + JSON)
                .map(type -> new Body(type, "{\"destination\": \"www.google.com\"}", false));
        return Arbitraries.frequencyOf(Tuple.of(4, startable), Tuple.of(2, wrong), Tuple.of(2, untyped));
    }

    /** What is none of the contract's business. */
    private static Arbitrary<String> noise() {
        return Arbitraries.of(
                "",
                "",
                "Accept: text/html\r\n",
                "Accept-Encoding: gzip\r\n",
                "Origin: http://elsewhere.example\r\nAccess-Control-Request-Method: GET\r\n",
                "Cookie: a=b; Max-Age=x\r\n",
                "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n",
                "If-None-Match: *\r\nRange: bytes=0-1\r\n",
                "X-HTTP-Method-Override: DELETE\r\n",
                "X-Empty:\r\nX-High: \u00e9\u00ff\r\n");
    }
}
