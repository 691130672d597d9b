package io.gatewayping.stub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads requests as RFC 9112 writes them, bounded, and rejects whatever two readers might read in two ways. */
final class RequestReader {

    private static final int BAD_REQUEST = 400;
    private static final int URI_TOO_LONG = 414;
    private static final int EXPECTATION_FAILED = 417;
    private static final int HEADER_FIELDS_TOO_LARGE = 431;

    private static final int LINE = 16 << 10;
    private static final int LINES = 100;
    private static final int BODY = 1 << 20;

    private static final String TOKEN = "[-!#$%&'*+.^_`|~0-9A-Za-z]+";
    private static final Pattern REQUEST_LINE =
            Pattern.compile("(" + TOKEN + ") ([\\x21\\x22\\x24-\\x7e]+) HTTP/1\\.(\\d)");
    /** A host with or without a port; nobody's name before it. */
    private static final String AUTHORITY =
            "(?:\\[[0-9A-Fa-f:.]+\\]|[-._~!$&'()*+,;=%0-9A-Za-z]+)(?::(?:[0-9]{0,4}|[0-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?";

    private static final Pattern HOST = Pattern.compile("(?:" + AUTHORITY + ")?");
    private static final Pattern SOMEWHERE =
            Pattern.compile("(?i)https?://" + AUTHORITY + "(?:[/?].*)?|(?!https?://).*");
    private static final Pattern HEADER = Pattern.compile("(" + TOKEN + "):([\\t\\x20-\\x7e\\x80-\\xff]*)");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})[\\t ]*(;[\\t\\x20-\\x7e\\x80-\\xff]*)?");

    private final RequestBytes in;
    private final OutputStream out;

    /**
     * Reads from a connection.
     *
     * @param out where a client hears that it may go on
     */
    RequestReader(RequestBytes in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The request that has begun. */
    HttpRequest read() throws IOException, Rejected {
        String line = in.line(LINE, URI_TOO_LONG);
        // Some clients end a body with a line break that does not belong to it.
        Matcher parts = REQUEST_LINE.matcher(line.isEmpty() ? in.line(LINE, URI_TOO_LONG) : line);
        if (!parts.matches()) {
            throw new Rejected(BAD_REQUEST, "This is no request line of HTTP/1.1.");
        }
        boolean old = parts.group(3).equals("0");
        Map<String, List<String>> headers = headers();
        List<String> hosts = headers.getOrDefault("host", List.of());
        if ((hosts.size() != 1 && !(old && hosts.isEmpty()))
                || !hosts.stream().allMatch(host -> HOST.matcher(host).matches())
                || !SOMEWHERE.matcher(parts.group(2)).matches()) {
            throw new Rejected(BAD_REQUEST, "A request names one host.");
        }
        boolean closes = elements(headers, "connection").anyMatch("close"::equalsIgnoreCase);
        Optional<byte[]> body = body(headers, old);
        boolean persistent = !old && !closes && body.isPresent();
        return new HttpRequest(parts.group(1), parts.group(2), headers, body, persistent);
    }

    private Map<String, List<String>> headers() throws IOException, Rejected {
        Map<String, List<String>> headers = new HashMap<>();
        int lines = 0;
        for (String line = field(); !line.isEmpty(); line = field()) {
            Matcher parts = HEADER.matcher(line);
            if (!parts.matches()) {
                throw new Rejected(BAD_REQUEST, "A header line is a name, a colon and a value.");
            }
            if (++lines > LINES) {
                throw new Rejected(HEADER_FIELDS_TOO_LARGE, "There are more than " + LINES + " header lines.");
            }
            headers.computeIfAbsent(parts.group(1).toLowerCase(Locale.ROOT), first -> new ArrayList<>())
                    .add(parts.group(2).strip());
        }
        return headers;
    }

    private String field() throws IOException, Rejected {
        return in.line(LINE, HEADER_FIELDS_TOO_LARGE);
    }

    /** The body; nothing when it is longer than what is read. */
    private Optional<byte[]> body(Map<String, List<String>> headers, boolean old) throws IOException, Rejected {
        List<String> codings = elements(headers, "transfer-encoding").toList();
        List<String> lengths = headers.getOrDefault("content-length", List.of());
        if (codings.isEmpty() && lengths.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        boolean chunked = codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
        boolean measured = lengths.size() == 1 && lengths.get(0).matches("[0-9]{1,18}");
        if (codings.isEmpty() ? !measured : !chunked || old || !lengths.isEmpty()) {
            throw new Rejected(BAD_REQUEST, "The length of a body is told by one Content-Length, or in chunks.");
        }
        if (measured && Long.parseLong(lengths.get(0)) > BODY) {
            return Optional.empty();
        }
        goOn(headers, old);
        return chunked ? chunks() : Optional.of(in.bytes(Integer.parseInt(lengths.get(0))));
    }

    private void goOn(Map<String, List<String>> headers, boolean old) throws IOException, Rejected {
        List<String> expected = elements(headers, "expect").toList();
        if (!expected.stream().allMatch("100-continue"::equalsIgnoreCase)) {
            throw new Rejected(EXPECTATION_FAILED, "Nothing can be expected but 100-continue.");
        }
        if (!expected.isEmpty() && !old) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    private Optional<byte[]> chunks() throws IOException, Rejected {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            if (body.size() + size > BODY) {
                return Optional.empty();
            }
            body.writeBytes(in.bytes(size));
            if (!in.line(LINE, BAD_REQUEST).isEmpty()) {
                throw new Rejected(BAD_REQUEST, "A chunk is longer than its size.");
            }
        }
        headers();
        return Optional.of(body.toByteArray());
    }

    private int chunk() throws IOException, Rejected {
        Matcher parts = CHUNK.matcher(in.line(LINE, BAD_REQUEST));
        if (!parts.matches()) {
            throw new Rejected(BAD_REQUEST, "A chunk begins with its size.");
        }
        return Integer.parseInt(parts.group(1), 16);
    }

    /** The elements of all lines of a name, which are lists with commas. */
    private static Stream<String> elements(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip);
    }
}
