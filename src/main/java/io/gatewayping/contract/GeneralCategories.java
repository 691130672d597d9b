package io.gatewayping.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes out what {@code \p{…}} stands for in a pattern, where that is a general category. RE2/J knows the characters of 2010,
 * and no unassigned ones; ECMA-262 has them in {@code \p{C}}, and each Java takes those of its own year.
 */
final class GeneralCategories {

    private static final String FILE = "general-categories.txt";

    private static final int LAST = Character.MAX_CODE_POINT;

    /** What stands in no class, what opens and closes one, and what is escaped, behind which no name is read. */
    private static final Pattern PART = Pattern.compile(
            "\\\\([pP])(?:\\{(\\^?)([A-Z][a-z]?)}|([A-Z]))|\\\\Q.*?(?:\\\\E|$)|\\\\.|\\[:\\^?\\w+:]|\\[\\^?]?|]",
            Pattern.DOTALL);

    private static final Map<String, List<Range>> KNOWN = new ConcurrentHashMap<>();

    /** Some characters in a row, as a class of a pattern has them. */
    record Range(int first, int last) {
        @Override
        public String toString() {
            return first == last ? written(first) : written(first) + "-" + written(last);
        }

        /** As itself: RE2/J reads what is left of a pattern again at each character of a class. */
        private static String written(int character) {
            return character < 0x80 ? "\\x{" + Integer.toHexString(character) + "}" : Character.toString(character);
        }
    }

    private GeneralCategories() {}

    /** The same pattern without the names of general categories. */
    static String writtenOut(String pattern) {
        if (!pattern.contains("\\p") && !pattern.contains("\\P")) {
            return pattern;
        }
        StringBuilder written = new StringBuilder();
        Matcher parts = PART.matcher(pattern);
        boolean inClass = false;
        while (parts.find()) {
            String part = parts.group();
            if (parts.group(1) != null) {
                part = ranges(parts, inClass);
            } else if (part.startsWith("[") && !part.startsWith("[:")) {
                inClass = true;
            } else if (part.equals("]")) {
                inClass = false;
            }
            parts.appendReplacement(written, Matcher.quoteReplacement(part));
        }
        return parts.appendTail(written).toString();
    }

    private static String ranges(Matcher part, boolean inClass) {
        String name = part.group(3) == null ? part.group(4) : part.group(3);
        List<Range> ranges = KNOWN.computeIfAbsent(name, GeneralCategories::read);
        if (ranges.isEmpty()) {
            return part.group();
        }
        boolean isNegated = part.group(1).equals("P") != "^".equals(part.group(2));
        String written = (isNegated ? complement(ranges) : ranges)
                .stream().map(Range::toString).collect(Collectors.joining());
        return inClass ? written : "[" + written + "]";
    }

    private static List<Range> complement(List<Range> ranges) {
        List<Range> others = new ArrayList<>();
        int next = 0;
        for (Range range : ranges) {
            if (range.first() > next) {
                others.add(new Range(next, range.first() - 1));
            }
            next = range.last() + 1;
        }
        if (next <= LAST) {
            others.add(new Range(next, LAST));
        }
        return others;
    }

    /** Of a category, or of all whose names begin with its letter; in order, those that touch as one. */
    static List<Range> read(String name) {
        List<Range> merged = new ArrayList<>();
        lines().filter(line -> line.startsWith(name))
                .flatMap(line -> Stream.of(line.substring(3).split(" ", -1)))
                .map(GeneralCategories::range)
                .sorted((left, right) -> Integer.compare(left.first(), right.first()))
                .forEach(range -> {
                    int end = merged.size() - 1;
                    if (end >= 0 && merged.get(end).last() + 1 == range.first()) {
                        merged.set(end, new Range(merged.get(end).first(), range.last()));
                    } else {
                        merged.add(range);
                    }
                });
        return merged;
    }

    private static Range range(String text) {
        int dash = text.indexOf('-');
        return new Range(
                Integer.parseInt(dash < 0 ? text : text.substring(0, dash), 16),
                Integer.parseInt(text.substring(dash + 1), 16));
    }

    private static Stream<String> lines() {
        try (InputStream stream = GeneralCategories.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("built without " + FILE);
            }
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
