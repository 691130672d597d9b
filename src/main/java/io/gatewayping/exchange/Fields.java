package io.gatewayping.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The header lines of a head, or the trailers of a body, in order.
 *
 * @param lines each as it came in
 */
record Fields(List<Line> lines) {

    /** A token, a colon, and a value without control characters (RFC 9110, section 5). */
    private static final Pattern LINE = Pattern.compile("([-!#$%&'*+.^_`|~0-9A-Za-z]+):([\\t\\x20-\\x7e\\x80-\\xff]*)");

    record Line(String name, String value) {}

    /** Where lines come from, without their ends. */
    interface Source {
        String line() throws IOException;
    }

    /**
     * Reads the lines and the empty one behind them.
     *
     * @param place what they are
     */
    static Fields read(Source in, String place) throws IOException, NotHttp {
        List<Line> lines = new ArrayList<>();
        for (String line = in.line(); !line.isEmpty(); line = in.line()) {
            if (lines.size() == Limits.HEADER_LINES) {
                throw new Incoming.TooLong("more than " + Limits.HEADER_LINES + " header lines");
            }
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                boolean folded = line.startsWith(" ") || line.startsWith("\t");
                throw new NotHttp(
                        place,
                        folded
                                ? "no line that goes on in the next one"
                                : "a name, a colon behind it, and a value without control characters",
                        line);
            }
            lines.add(new Line(parts.group(1), parts.group(2).strip()));
        }
        return new Fields(lines);
    }

    /** The elements of all lines of a name, which are lists with commas. */
    List<String> elements(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .flatMap(line -> Stream.of(line.value().split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /** The values of each name, without secrets. */
    SortedMap<String, List<String>> redacted(Redaction redaction) {
        SortedMap<String, List<String>> values = new TreeMap<>();
        lines.forEach(line -> values.computeIfAbsent(redaction.redactName(line.name()), first -> new ArrayList<>())
                .add(redaction.redact(line.value())));
        return values;
    }

    /** The lines as they came in. */
    String text() {
        return lines.stream().map(line -> line.name() + ": " + line.value()).collect(Collectors.joining("\n"));
    }
}
