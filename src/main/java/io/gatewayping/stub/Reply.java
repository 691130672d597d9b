package io.gatewayping.stub;

import io.gatewayping.exchange.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * What goes back by the connection, byte for byte: a counterexample may be no HTTP at all.
 *
 * @param bytes all of it
 * @param closes whether the connection ends with it
 */
// Replies are sent, never compared.
@SuppressWarnings("ArrayRecordComponent")
record Reply(byte[] bytes, boolean closes) {

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(202, "Accepted"),
            Map.entry(204, "No Content"),
            Map.entry(302, "Found"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(414, "URI Too Long"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(417, "Expectation Failed"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    /** The usual reason of a status; empty when none is known, which HTTP allows. */
    static String reason(int status) {
        return REASONS.getOrDefault(status, "");
    }

    /**
     * A response as HTTP/1.1 has it.
     *
     * @param method what it answers: the answer to HEAD is without its body
     */
    static Reply of(Response response, String method, boolean closes) {
        StringBuilder head = new StringBuilder();
        head.append("HTTP/1.1 " + response.status() + " " + reason(response.status()) + "\r\n");
        response.headers().forEach((name, values) -> values.forEach(value -> field(head, name, value)));
        field(head, "date", now());
        if (response.status() != 204) {
            field(head, "content-length", String.valueOf(response.body().length));
        }
        if (closes) {
            field(head, "connection", "close");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        if (!method.equals("HEAD") && response.status() != 204) {
            bytes.writeBytes(response.body());
        }
        return new Reply(bytes.toByteArray(), closes);
    }

    private static void field(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    /** As RFC 9110 has it: the JDK's form, but that a day has two digits. */
    private static String now() {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .format(ZonedDateTime.now(ZoneOffset.UTC))
                .replaceFirst(", (\\d) ", ", 0$1 ");
    }
}
