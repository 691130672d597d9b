package io.gatewayping.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of answers. */
final class Answers {

    private Answers() {}

    /** A complete answer with a body that is named JSON. */
    static byte[] json(int status, String body) {
        return json(status, body.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] json(int status, byte[] body) {
        return withHeaders(status, "", body);
    }

    /** The same with more header lines, each with its line end. */
    static byte[] withHeaders(int status, String lines, byte[] body) {
        return joined(head(status, lines, body.length), body);
    }

    static byte[] withHeaders(int status, String lines, String body) {
        return withHeaders(status, lines, body.getBytes(StandardCharsets.UTF_8));
    }

    static String head(int status, String lines, long length) {
        return "HTTP/1.1 " + status + " Whatever\r\nContent-Type: application/json\r\n" + lines + "Content-Length: "
                + length + "\r\n\r\n";
    }

    /** A test that runs, with more members in it. */
    static String running(String members) {
        return "{\"status\":\"RUNNING\",\"progressPercent\":50,\"startTime\":\"2026-01-01T00:00:00Z\"" + members + "}";
    }

    /** An error with this message, which is put in as it is. */
    static String notFound(String message) {
        return "{\"httpStatusCode\":404,\"errorCode\":\"HPE_GRAVITY_TASK_NOT_FOUND\",\"message\":\"" + message + "\"}";
    }

    static byte[] joined(String head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }
}
