package io.gatewayping.counterexample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a pattern of ECMA-262 as the JDK takes it, piece by piece: it has other things by the same names. */
final class JdkPattern {

    private static final String NAMES = "io/gatewayping/pattern/general-category-names.txt";

    private static final String SPACE = "\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}"
            + "\\x{202f}\\x{205f}\\x{3000}\\x{feff}";
    private static final String ANY = "\\x{0}-\\x{10ffff}";
    private static final String WORD = "[0-9A-Za-z_]";

    private static final String ESCAPED = "\\\\u\\{(?<number>\\p{XDigit}+)}|\\\\c(?<control>[A-Za-z])"
            + "|\\\\(?<has>[pP])\\{(?<property>[^}]*)}|\\\\.";
    private static final Pattern IN_CLASS = Pattern.compile(ESCAPED + "|.", Pattern.DOTALL);
    private static final Pattern OUTSIDE =
            Pattern.compile(ESCAPED + "|\\(\\?<[^>]*>|\\{[0-9]+(?:,[0-9]*)?}|\\[\\^]|\\[]|\\[\\^?|.", Pattern.DOTALL);

    private JdkPattern() {}

    static Pattern of(String pattern) {
        StringBuilder written = new StringBuilder();
        boolean inClass = false;
        Matcher piece = OUTSIDE.matcher(pattern);
        for (int at = 0; at < pattern.length(); at = piece.end()) {
            piece.usePattern(inClass ? IN_CLASS : OUTSIDE)
                    .region(at, pattern.length())
                    .lookingAt();
            written.append(inClass ? inClass(piece) : outside(piece));
            inClass = inClass ? !piece.group().equals("]") : Set.of("[", "[^").contains(piece.group());
        }
        return Pattern.compile(written.toString());
    }

    private static String outside(Matcher piece) {
        String text = piece.group();
        return switch (text) {
            case "^" -> "\\A";
            case "$" -> "\\z";
            case "." -> "[^\\n\\r\\x{2028}\\x{2029}]";
            case "{" -> "\\{";
            case "[]" -> "(?!)";
            case "[^]" -> "[" + ANY + "]";
            case "\\b" -> "(?:(?<=" + WORD + ")(?!" + WORD + ")|(?<!" + WORD + ")(?=" + WORD + "))";
            case "\\B" -> "(?:(?<=" + WORD + ")(?=" + WORD + ")|(?<!" + WORD + ")(?!" + WORD + "))";
            default -> text.startsWith("(?<") ? "(" : escaped(piece, text);
        };
    }

    private static String inClass(Matcher piece) {
        String text = piece.group();
        return switch (text) {
            case "[", "&", "^" -> "\\" + text;
            case "\\b" -> "\\x{8}";
            default -> escaped(piece, text);
        };
    }

    private static String escaped(Matcher named, String text) {
        if (named.group("number") != null) {
            return "\\x{" + named.group("number") + "}";
        }
        if (named.group("control") != null) {
            return "\\x{" + Integer.toHexString(named.group("control").charAt(0) % 32) + "}";
        }
        if (named.group("property") != null) {
            return property(named.group("has").equals("P"), named.group("property"));
        }
        return switch (text) {
            case "\\0" -> "\\x{0}";
            case "\\v" -> "\\x{b}";
            case "\\s" -> "[" + SPACE + "]";
            case "\\S" -> "[^" + SPACE + "]";
            default -> text;
        };
    }

    private static String property(boolean isNegated, String property) {
        String name = property.substring(property.indexOf('=') + 1);
        if (name.equals("Any")) {
            return isNegated ? "[^" + ANY + "]" : "[" + ANY + "]";
        }
        if (name.equals("Assigned")) {
            return isNegated ? "\\p{Cn}" : "\\P{Cn}";
        }
        return (isNegated ? "\\P{" : "\\p{") + shortened(name) + "}";
    }

    /** The JDK has general categories by their short names alone. */
    private static String shortened(String name) {
        try (InputStream stream = JdkPattern.class.getClassLoader().getResourceAsStream(NAMES)) {
            if (stream == null) {
                throw new IllegalStateException("built without " + NAMES);
            }
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> List.of(line.split(" ", -1)))
                    .filter(names -> names.contains(name))
                    .map(names -> names.get(0))
                    .findFirst()
                    .orElse(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
