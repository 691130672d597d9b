package io.gatewayping.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long the texts are that a pattern finds something in: never shorter than {@code least}, never longer than {@code most}.
 * Both are sure, and neither need be reached. Told of a pattern that RE2 takes.
 *
 * @param least how many characters there are at least
 * @param most how many there are at most, or {@link #ENDLESS}
 */
record PatternLength(long least, long most) {

    /** No bound, or more than any bound of a contract. */
    static final long ENDLESS = 1L << 40;

    static final PatternLength ANY = new PatternLength(0, ENDLESS);

    static PatternLength of(String pattern) {
        // What is repeated behind a quotation is its last character: not worth telling.
        if (pattern.contains("\\Q")) {
            return ANY;
        }
        Part whole = new Reader(EscapedCharacters.inRe2(pattern)).alternatives();
        return new PatternLength(whole.least(), whole.fromStart() && whole.toEnd() ? whole.most() : ENDLESS);
    }

    /**
     * A part of a pattern.
     *
     * @param fromStart whether it matches at the start of the text only, so that nothing is matched before it
     * @param toEnd whether it matches at the end of the text only, so that nothing is matched behind it
     */
    private record Part(long least, long most, boolean fromStart, boolean toEnd) {

        private static final Part NOTHING = new Part(0, 0, false, false);
        private static final Part START = new Part(0, 0, true, false);
        private static final Part END = new Part(0, 0, false, true);
        private static final Part CHARACTER = new Part(1, 1, false, false);

        Part then(Part next) {
            return new Part(
                    bounded(least + next.least),
                    bounded(most + next.most),
                    fromStart || next.fromStart,
                    toEnd || next.toEnd);
        }

        Part or(Part other) {
            return new Part(
                    Math.min(least, other.least),
                    Math.max(most, other.most),
                    fromStart && other.fromStart,
                    toEnd && other.toEnd);
        }

        Part repeated(long atLeast, long atMost) {
            return new Part(times(least, atLeast), times(most, atMost), fromStart && atLeast > 0, toEnd && atLeast > 0);
        }

        private static long times(long length, long repeats) {
            return length == 0 ? 0 : repeats > ENDLESS / length ? ENDLESS : length * repeats;
        }

        private static long bounded(long length) {
            return Math.min(length, ENDLESS);
        }
    }

    private static final class Reader {

        private static final Pattern FLAGS = Pattern.compile("\\(\\?[a-zA-Z-]*\\)");
        private static final Pattern GROUP = Pattern.compile("\\((?:\\?(?:P?<\\w*>|[a-zA-Z-]*:))?");
        private static final Pattern ESCAPED =
                Pattern.compile("\\\\(?:[pPx]\\{[^}]*\\}|[pP].|x\\p{XDigit}{2}|[0-7]{1,3}|.)", Pattern.DOTALL);
        private static final Pattern REPEAT =
                Pattern.compile("(?:\\{(?<least>[0-9]{1,9})(?<more>,(?<most>[0-9]{1,9})?)?\\}|[*+?])\\??");

        /** What lets ^ and $ match at the ends of lines. */
        private static final Pattern LINES = Pattern.compile("\\(\\?[a-zA-Z]*m");

        private final String pattern;
        private final boolean byLines;
        private int at;

        Reader(String pattern) {
            this.pattern = pattern;
            byLines = LINES.matcher(pattern).find();
        }

        Part alternatives() {
            Part part = sequence();
            while (isAt('|')) {
                at++;
                part = part.or(sequence());
            }
            return part;
        }

        private Part sequence() {
            Part part = Part.NOTHING;
            while (at < pattern.length() && !isAt('|') && !isAt(')')) {
                Part next = one();
                for (Matcher repeat = here(REPEAT); repeat.lookingAt(); repeat = here(REPEAT)) {
                    at = repeat.end();
                    next = repeated(next, repeat);
                }
                part = part.then(next);
            }
            return part;
        }

        private static Part repeated(Part part, Matcher repeat) {
            if (repeat.group("least") == null) {
                char how = repeat.group().charAt(0);
                return part.repeated(how == '+' ? 1 : 0, how == '?' ? 1 : ENDLESS);
            }
            long least = Long.parseLong(repeat.group("least"));
            long most = repeat.group("more") == null
                    ? least
                    : repeat.group("most") == null ? ENDLESS : Long.parseLong(repeat.group("most"));
            return part.repeated(least, most);
        }

        private Part one() {
            return switch (pattern.charAt(at)) {
                case '(' -> group();
                case '[' -> {
                    skipClass();
                    yield Part.CHARACTER;
                }
                case '\\' -> escaped();
                case '^' -> atAnEndOf(Part.START);
                case '$' -> atAnEndOf(Part.END);
                default -> {
                    at += Character.charCount(pattern.codePointAt(at));
                    yield Part.CHARACTER;
                }
            };
        }

        private Part atAnEndOf(Part end) {
            at++;
            return byLines ? Part.NOTHING : end;
        }

        private Part group() {
            Matcher flags = here(FLAGS);
            if (flags.lookingAt()) {
                at = flags.end();
                return Part.NOTHING;
            }
            skip(GROUP);
            Part inside = alternatives();
            at++;
            return inside;
        }

        private void skipClass() {
            at += pattern.startsWith("[^", at) ? 2 : 1;
            do {
                int end = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at + 2) : -1;
                at = end < 0 ? at + (isAt('\\') ? 2 : 1) : end + 2;
            } while (at < pattern.length() && !isAt(']'));
            at++;
        }

        private Part escaped() {
            String escaped = skip(ESCAPED);
            return switch (escaped) {
                case "\\A" -> Part.START;
                case "\\z" -> Part.END;
                case "\\b", "\\B" -> Part.NOTHING;
                default -> Part.CHARACTER;
            };
        }

        private boolean isAt(char one) {
            return at < pattern.length() && pattern.charAt(at) == one;
        }

        private String skip(Pattern form) {
            Matcher matcher = here(form);
            if (!matcher.lookingAt()) {
                throw new IllegalArgumentException("no pattern that RE2 takes: " + pattern);
            }
            at = matcher.end();
            return matcher.group();
        }

        private Matcher here(Pattern form) {
            return form.matcher(pattern).region(at, pattern.length());
        }
    }
}
