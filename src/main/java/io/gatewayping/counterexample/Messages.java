package io.gatewayping.counterexample;

import io.gatewayping.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/** Responses as HTTP messages, each character for one byte. */
final class Messages {

    /** Ways to write any response that are no HTTP, by what is wrong then. */
    static final Map<String, Function<Response, String>> MALFORMED = new LinkedHashMap<>();

    private static final String END_OF_LINE = "\r\n";
    private static final String LAST_CHUNK = "0\r\n\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    static {
        spoil("something before the status line", answer -> "la la la\r\n" + withLength(answer));
        spoil("an empty line before the status line", answer -> END_OF_LINE + withLength(answer));
        spoil("a version that is none", answer -> withLength(answer).replace("HTTP/1.1", "HTTP/9.9"));
        spoil("a status of four digits", answer -> withLength(answer).replace("HTTP/1.1 ", "HTTP/1.1 0"));
        spoil("NUL in a header", answer -> headed("X-Odd: a\0b", answer));
        spoil("CR in a header", answer -> headed("X-Odd: a\rb", answer));
        spoil("a blank in a header's name", answer -> headed("X Odd: a", answer));
        spoil("a blank behind a header's name", answer -> headed("X-Odd : a", answer));
        spoil("a header without a colon", answer -> headed("X-Odd", answer));
        spoil("a header of two lines", answer -> headed("X-Odd: a\r\n b", answer));
        spoil("a signed length", answer -> withLength(answer).replace("Content-Length: ", "Content-Length: +"));
        spoil("two lengths", answer -> headed("Content-Length: 1", answer));
        spoil("a length beside chunks", answer -> inChunks(answer).replace(CHUNKED, CHUNKED + "\r\nContent-Length: 9"));
        spoil("a coding that was not asked for", answer -> inChunks(answer)
                .replace(CHUNKED, "Transfer-Encoding: gzip, chunked"));
        spoil("a chunk without a size", answer -> inChunks(answer).replaceFirst("\r\n\r\n[0-9a-f]+", "\r\n\r\nx"));
        spoil("a chunk of another size", answer -> inChunks(answer).replaceFirst("\r\n\r\n[0-9a-f]+", "\r\n\r\n1"));
        spoil("chunks without an end", answer -> inChunks(answer).replace(LAST_CHUNK, ""));
        spoil("chunks without the last line end", answer -> inChunks(answer).replace(LAST_CHUNK, "0\r\n"));
        spoil("less than its length", answer -> cut(withLength(answer), 1));
        spoil("more than its length", answer -> withLength(answer) + "}");
        spoil("a head that is cut off", answer -> cut(withLength(answer), answer.body().length + 3));
    }

    private Messages() {}

    /** A response as any server would write it. */
    static String of(Response answer) {
        boolean plain = answer.aside().trailers().isEmpty()
                && answer.aside().extensions().isEmpty();
        return plain ? withLength(answer) : inChunks(answer);
    }

    private static void spoil(String what, Function<Response, String> written) {
        MALFORMED.put(what, written);
    }

    private static String withLength(Response answer) {
        return head(answer, "Content-Length: " + answer.body().length) + body(answer);
    }

    private static String inChunks(Response answer) {
        String extension = String.join("", answer.aside().extensions());
        return head(answer, CHUNKED) + Integer.toHexString(answer.body().length) + extension + END_OF_LINE
                + body(answer) + END_OF_LINE + "0" + END_OF_LINE
                + lines(answer.aside().trailers()) + END_OF_LINE;
    }

    private static String headed(String line, Response answer) {
        return withLength(answer).replaceFirst(END_OF_LINE, END_OF_LINE + line + END_OF_LINE);
    }

    private static String cut(String message, int less) {
        return message.substring(0, message.length() - less);
    }

    private static String head(Response answer, String framing) {
        StringBuilder head = new StringBuilder();
        answer.aside().interim().forEach(interim -> head.append(interim.replace("\n", END_OF_LINE))
                .append(END_OF_LINE.repeat(2)));
        return head.append("HTTP/1.1 " + answer.status() + " " + answer.aside().reason() + END_OF_LINE)
                .append(lines(answer.headers()))
                .append(framing)
                .append(END_OF_LINE.repeat(2))
                .toString();
    }

    private static String lines(SortedMap<String, List<String>> fields) {
        StringBuilder lines = new StringBuilder();
        fields.forEach((name, values) -> values.forEach(value -> lines.append(name + ": " + value + END_OF_LINE)));
        return lines.toString();
    }

    private static String body(Response answer) {
        return new String(answer.body(), StandardCharsets.ISO_8859_1);
    }
}
