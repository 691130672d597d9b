package io.gatewayping.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one answer as RFC 9112 writes it, and nothing else: what two readers might read in two ways is no HTTP. Where
 * every recipient reads more than may be sent (a line feed alone in a head, no blank before a reason that is not there), so
 * does this one, and says so beside the answer.
 */
final class AnswerReader {

    private static final Pattern STATUS_LINE =
            Pattern.compile("HTTP/1\\.(\\d) ([1-9]\\d\\d)(?: ([\\t\\x20-\\x7e\\x80-\\xff]*))?");
    private static final String TOKEN = "[-!#$%&'*+.^_`|~0-9A-Za-z]++";
    private static final String QUOTED =
            "\"(?:[\\t\\x20\\x21\\x23-\\x5b\\x5d-\\x7e\\x80-\\xff]|\\\\[\\t\\x20-\\x7e\\x80-\\xff])*+\"";

    /** A size, and extensions: a name each, and perhaps a value (RFC 9112, section 7.1.1). */
    private static final Pattern CHUNK = Pattern.compile(
            "([0-9A-Fa-f]++)((?:[\\t ]*;[\\t ]*" + TOKEN + "(?:[\\t ]*=[\\t ]*(?:" + TOKEN + "|" + QUOTED + "))?)*+)");

    private static final String CONTENT_LENGTH = "Content-Length";
    private static final String TRANSFER_ENCODING = "Transfer-Encoding";
    private static final Pattern LENGTH = Pattern.compile("[0-9]+");

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int NO_CONTENT = 204;
    private static final int FIRST_FINAL = 200;
    private static final Set<Integer> WITHOUT_BODY = Set.of(NO_CONTENT, 304);

    /** What has to be known before a body is read, or before it is used: it stands in front, and in no trailer. */
    private static final Set<String> IN_FRONT = Set.of(
            "content-length",
            "transfer-encoding",
            "trailer",
            "host",
            "content-type",
            "content-encoding",
            "content-range",
            "authorization",
            "www-authenticate",
            "proxy-authenticate",
            "set-cookie",
            "location",
            "retry-after",
            "cache-control",
            "expires",
            "age",
            "vary");

    private final Incoming in;
    private final Redaction redaction;
    private final List<String> interim = new ArrayList<>();
    private final List<String> extensions = new ArrayList<>();
    private Fields trailers = new Fields(List.of());

    /** What is being read. */
    private String part = "status line";

    /** What first was read that may not be sent. */
    private @Nullable NotHttp slip;

    private record Head(boolean persistent, int status, String reason, Fields fields, String text) {}

    AnswerReader(Incoming in, Redaction redaction) {
        this.in = in;
        this.redaction = redaction;
    }

    /**
     * Reads the answer to one request, interim answers before it included.
     *
     * @param toHead whether it has no body for the sake of the request
     */
    Received read(boolean toHead) throws IOException {
        try {
            return answer(toHead);
        } catch (NotHttp e) {
            return new Received(null, e.malformed(redaction), false);
        } catch (Incoming.Ended e) {
            // Closed before anything came, nobody knows whose doing it is; in the midst of an answer, it is the
            // provider's.
            if (in.received() == 0) {
                throw e;
            }
            String actual = "the connection was closed after " + in.received() + " bytes";
            return new Received(null, new Malformed(part, "all of it", actual), false);
        }
    }

    private Received answer(boolean toHead) throws IOException, NotHttp {
        Head head = head();
        while (head.status() < FIRST_FINAL) {
            if (head.status() == SWITCHING_PROTOCOLS) {
                throw new NotHttp("status line", "no other protocol, which nobody asked for", head.text());
            }
            interim.add(redaction.redact(head.text()));
            checkThatNoBodyIsTold(head);
            head = head();
        }
        checkLength(head);
        boolean bodiless = toHead || WITHOUT_BODY.contains(head.status());
        boolean delimited = bodiless || isDelimited(head.fields());
        byte[] body = bodiless ? new byte[0] : delimited ? body(head) : in.rest();
        Response response = new Response(
                head.status(),
                head.fields().redacted(redaction),
                redaction.redact(body),
                new Response.Aside(redaction.redact(head.reason()), interim, trailers.redacted(redaction), extensions));
        if (slip != null) {
            return new Received(response, slip.malformed(redaction), false);
        }
        if (delimited && in.isSomethingLeft()) {
            NotHttp more = new NotHttp("end", "nothing behind the answer", in.left());
            return new Received(response, more.malformed(redaction), false);
        }
        boolean closes = head.fields().elements("Connection").stream().anyMatch("close"::equalsIgnoreCase);
        return new Received(response, null, delimited && head.persistent() && !closes);
    }

    private Head head() throws IOException, NotHttp {
        part = "status line";
        String line = line();
        Matcher parts = STATUS_LINE.matcher(line);
        if (!parts.matches()) {
            throw new NotHttp(part, "HTTP/1.1, a status of three digits and a reason, with one blank between", line);
        }
        if (parts.group(3) == null) {
            slipped(new NotHttp(part, "a blank behind the status, also where no reason follows", line));
        }
        part = "header line";
        Fields fields = Fields.read(this::line, part);
        String reason = parts.group(3) == null ? "" : parts.group(3);
        boolean persistent = !parts.group(1).equals("0");
        return new Head(persistent, Integer.parseInt(parts.group(2)), reason, fields, line + "\n" + fields.text());
    }

    /** The next line of a head or a trailer, without its end. */
    private String line() throws IOException {
        String line = in.line();
        if (line.endsWith("\r")) {
            return line.substring(0, line.length() - 1);
        }
        slipped(new NotHttp(part, "CR and LF at its end", line + "\n"));
        return line;
    }

    private void slipped(NotHttp what) {
        slip = slip == null ? what : slip;
    }

    /** Where there is never a body, nothing tells how long it is (RFC 9110, section 8.6; RFC 9112, section 6.1). */
    private void checkThatNoBodyIsTold(Head head) {
        Stream.of(CONTENT_LENGTH, TRANSFER_ENCODING)
                .filter(name -> !head.fields().elements(name).isEmpty())
                .findFirst()
                .ifPresent(name -> slipped(new NotHttp(
                        "header " + name,
                        "none in an answer " + head.status(),
                        String.join(", ", head.fields().elements(name)))));
    }

    /** Also where no body follows. */
    private void checkLength(Head head) {
        if (head.status() == NO_CONTENT) {
            checkThatNoBodyIsTold(head);
            return;
        }
        List<String> lengths = head.fields().elements(CONTENT_LENGTH);
        if (!lengths.stream().allMatch(LENGTH.asMatchPredicate())) {
            slipped(new NotHttp("header " + CONTENT_LENGTH, "one number of digits", String.join(", ", lengths)));
        }
    }

    private static boolean isDelimited(Fields fields) {
        return !fields.elements(TRANSFER_ENCODING).isEmpty()
                || !fields.elements(CONTENT_LENGTH).isEmpty();
    }

    /** The body, which ends where its head says (RFC 9112, section 6.3). */
    private byte[] body(Head head) throws IOException, NotHttp {
        List<String> codings = head.fields().elements(TRANSFER_ENCODING);
        List<String> lengths = head.fields().elements(CONTENT_LENGTH);
        if (codings.isEmpty()) {
            int length = length(lengths);
            part = "body of " + length + " bytes";
            return bytes(length);
        }
        if (!lengths.isEmpty()) {
            throw new NotHttp("header " + CONTENT_LENGTH, "none beside Transfer-Encoding", String.join(", ", lengths));
        }
        if (!head.persistent() || codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
            String expected = head.persistent() ? "chunked and nothing else" : "none in HTTP/1.0";
            throw new NotHttp("header " + TRANSFER_ENCODING, expected, String.join(", ", codings));
        }
        byte[] body = chunks();
        part = "trailer";
        trailers = Fields.read(this::line, part);
        for (Fields.Line line : trailers.lines()) {
            if (IN_FRONT.contains(line.name().toLowerCase(Locale.ROOT))) {
                throw new NotHttp(
                        part, "no field that has to stand before the body (RFC 9110, section 6.5.1)", line.name());
            }
        }
        return body;
    }

    private static int length(List<String> lengths) throws NotHttp {
        // A proxy may have joined two lines that say the same.
        if (lengths.stream().distinct().count() > 1
                || !LENGTH.matcher(lengths.get(0)).matches()) {
            throw new NotHttp("header " + CONTENT_LENGTH, "one number of digits", String.join(", ", lengths));
        }
        return number(lengths.get(0), 10);
    }

    private byte[] bytes(int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        in.copy(length, bytes);
        return bytes.toByteArray();
    }

    private byte[] chunks() throws IOException, NotHttp {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            part = "chunk";
            String line = in.line();
            Matcher parts = CHUNK.matcher(line.substring(0, Math.max(0, line.length() - 1)));
            if (!line.endsWith("\r") || !parts.matches()) {
                throw new NotHttp(part, "a size in hexadecimal digits, extensions as ;name=value, CR and LF", line);
            }
            if (!parts.group(2).isEmpty()) {
                extensions.add(redaction.redact(parts.group(2).strip()));
            }
            int size = number(parts.group(1), 16);
            if (size == 0) {
                return body.toByteArray();
            }
            in.copy(size, body);
            String end = new String(bytes(2), StandardCharsets.ISO_8859_1);
            if (!end.equals("\r\n")) {
                throw new NotHttp("chunk", "CR and LF behind its " + size + " bytes", end);
            }
        }
    }

    /** The number, or one that is larger than all that is read. */
    private static int number(String digits, int radix) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 7 ? Integer.MAX_VALUE : Integer.parseInt(significant, radix);
    }
}
