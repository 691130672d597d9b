package io.gatewayping.pattern;

import io.gatewayping.pattern.CharacterSet.Range;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The characters of general categories, by a table of our own: RE2/J knows those of 2010, and no unassigned ones, which
 * ECMA-262 has in {@code \p{C}}, and each Java takes those of its own year.
 */
final class GeneralCategories {

    private static final String CHARACTERS = "general-categories.txt";
    private static final String NAMES = "general-category-names.txt";

    private static final Pattern SHORT = Pattern.compile("[A-Z][a-z]?");
    private static final String CASED = "LC";

    private static final Map<String, CharacterSet> KNOWN = new ConcurrentHashMap<>();

    private GeneralCategories() {}

    /** Those of a category, by its short name or a long one. */
    static Optional<CharacterSet> named(String name) {
        return (isShort(name) ? Optional.of(name) : shortened(name))
                .map(category -> KNOWN.computeIfAbsent(category, GeneralCategories::read))
                .filter(set -> !set.equals(CharacterSet.NONE));
    }

    /** Of a category, or of all whose names begin with its letter. */
    static CharacterSet read(String name) {
        List<String> all = name.equals(CASED) ? List.of("Lu", "Ll", "Lt") : List.of(name);
        return CharacterSet.of(lines(CHARACTERS)
                .filter(line -> all.stream().anyMatch(line::startsWith))
                .flatMap(line -> Stream.of(line.substring(3).split(" ", -1)))
                .map(GeneralCategories::range)
                .toList());
    }

    private static boolean isShort(String name) {
        return name.equals(CASED) || SHORT.matcher(name).matches();
    }

    private static Optional<String> shortened(String name) {
        return lines(NAMES)
                .map(line -> List.of(line.split(" ", -1)))
                .filter(names -> names.subList(1, names.size()).contains(name))
                .map(names -> names.get(0))
                .findFirst();
    }

    private static Range range(String text) {
        int dash = text.indexOf('-');
        return new Range(
                Integer.parseInt(dash < 0 ? text : text.substring(0, dash), 16),
                Integer.parseInt(text.substring(dash + 1), 16));
    }

    private static Stream<String> lines(String file) {
        try (InputStream stream = GeneralCategories.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("built without " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
