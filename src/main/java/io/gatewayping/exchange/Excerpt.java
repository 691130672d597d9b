package io.gatewayping.exchange;

import java.util.Locale;

/** What of a provider's text may be shown: one line, bounded, with nothing in it that a terminal or a reader obeys. */
public final class Excerpt {

    /** How many characters are shown where nothing else is said. */
    public static final int LENGTH = 200;

    private Excerpt() {}

    /**
     * The first 200 characters, with control, format and unpaired surrogate characters as {@code \\uXXXX}, or {@code \\u{XXXXX}}
     * where they have more digits.
     */
    public static String of(String text) {
        return of(text, LENGTH);
    }

    /** The same with the first so many characters. */
    public static String of(String text, int length) {
        StringBuilder shown = new StringBuilder();
        int end = Math.min(text.length(), length);
        for (int index = 0; index < end; ) {
            int c = text.codePointAt(index);
            index += Character.charCount(c);
            switch (c) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> {
                    if (isObeyed(c) || (c == '#' && text.startsWith("#", index))) {
                        shown.append(String.format(Locale.ROOT, c > Character.MAX_VALUE ? "\\u{%X}" : "\\u%04X", c));
                    } else {
                        shown.appendCodePoint(c);
                    }
                }
            }
        }
        if (end < text.length()) {
            shown.append("… (").append(text.length()).append(" characters)");
        }
        return shown.toString();
    }

    /** A part of a text with what stands around it, 200 characters in all or the beginning of a longer part. */
    public static String around(String text, int from, int to) {
        if (text.length() <= LENGTH) {
            return of(text);
        }
        int spare = Math.max(0, LENGTH - (to - from)) / 2;
        int start = Math.max(0, Math.min(from - spare, text.length() - LENGTH));
        return (start == 0 ? "" : "…") + of(text.substring(border(text, start)));
    }

    /** Where a text can be cut at an index: right before it where two halves of one character would be cut apart. */
    public static int border(String text, int index) {
        return index > 0
                        && index < text.length()
                        && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index))
                ? index - 1
                : index;
    }

    /** The first so many characters, and no half of one. */
    public static String beginning(String text, int length) {
        return text.length() <= length ? text : text.substring(0, border(text, length));
    }

    private static boolean isObeyed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
