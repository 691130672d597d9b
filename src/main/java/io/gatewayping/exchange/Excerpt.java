package io.gatewayping.exchange;

import java.util.Locale;

/** What of a provider's text may be shown: one line, bounded, with nothing in it that a terminal or a reader obeys. */
public final class Excerpt {

    private static final int LENGTH = 200;

    private Excerpt() {}

    /** The first 200 characters, with control, format and unpaired surrogate characters as {@code \\uXXXX}. */
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
                    if (isObeyed(c)) {
                        shown.append(String.format(Locale.ROOT, "\\u%04X", c));
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
