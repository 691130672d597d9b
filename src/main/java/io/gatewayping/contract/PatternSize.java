package io.gatewayping.contract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a pattern is when its repeats are written out, as they are when it is compiled: RE2 bounds each repeat, and not
 * what repeats within repeats come to. Told before it is compiled, of a text that need be no pattern.
 */
final class PatternSize {

    /** Matching takes this many steps for each character at most. */
    static final int MOST = 10_000;

    private static final int DEEPEST = 200;

    /** No more is counted, whatever else comes. */
    private static final long ENDLESS = 1L << 40;

    private static final Pattern REPEAT = Pattern.compile("\\{([0-9]{1,9})(,([0-9]{1,9})?)?\\}\\??");
    private static final Pattern GROUP = Pattern.compile("\\((?:\\?(?:P?<\\w*>|[a-zA-Z-]*:?))?");
    private static final Pattern QUOTED = Pattern.compile("\\\\Q(.*?)(?:\\\\E|$)", Pattern.DOTALL);
    private static final Pattern ESCAPED =
            Pattern.compile("\\\\(?:[pPxu]\\{[^}]*\\}|[pP].|u\\p{XDigit}{4}|.)", Pattern.DOTALL);

    private final String pattern;
    private final long withoutEnd;
    private final Deque<Long> outside = new ArrayDeque<>();
    private int at;
    private long before;
    private long last;
    private int deepest;

    private PatternSize(String pattern, long withoutEnd) {
        this.pattern = pattern;
        this.withoutEnd = withoutEnd;
    }

    /** Why a pattern is too large to be compiled, or an empty text. */
    static String problem(String pattern) {
        PatternSize size = new PatternSize(pattern, 1);
        if (size.count() > MOST) {
            return "more than " + MOST + " parts with its repeats written out";
        }
        return size.deepest > DEEPEST ? "groups within groups, more than " + DEEPEST + " deep" : "";
    }

    /**
     * How many parts a pattern has, which no text that is drawn by it has more characters than.
     *
     * @param withoutEnd how often is repeated what has no bound
     */
    static long of(String pattern, int withoutEnd) {
        return new PatternSize(pattern, withoutEnd).count();
    }

    private long count() {
        while (at < pattern.length()) {
            char next = pattern.charAt(at);
            switch (next) {
                case '(' -> open();
                case ')' -> close();
                case '|' -> {
                    at++;
                    atom(1);
                    atom(0);
                }
                case '*', '+', '?' -> {
                    at++;
                    skip('?');
                    repeat(next == '?' ? 1 : withoutEnd);
                }
                case '{' -> counted();
                case '[' -> characters();
                case '\\' -> escaped();
                default -> {
                    at++;
                    atom(1);
                }
            }
        }
        while (!outside.isEmpty()) {
            close();
        }
        return sum(before, last);
    }

    private void open() {
        atom(0);
        outside.push(before);
        deepest = Math.max(deepest, outside.size());
        before = 0;
        atom(GROUP, 0);
    }

    private void close() {
        at++;
        if (!outside.isEmpty()) {
            long inside = sum(sum(before, last), 2);
            before = outside.pop();
            last = inside;
        }
    }

    private void counted() {
        Matcher repeat = here(REPEAT);
        if (!repeat.lookingAt()) {
            at++;
            atom(1);
            return;
        }
        at = repeat.end();
        long least = Long.parseLong(repeat.group(1));
        if (repeat.group(2) == null) {
            repeat(least);
        } else {
            repeat(repeat.group(3) == null ? least + withoutEnd : Long.parseLong(repeat.group(3)));
        }
    }

    private void repeat(long times) {
        // Of each part that may be absent, it is decided whether it is there.
        last = Math.min(ENDLESS, sum(last, 1) * Math.max(1, Math.min(times, 1 << 20)));
    }

    /** A class of characters: those in it are one part, however many. */
    private void characters() {
        at++;
        skip('^');
        skip(']');
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            int end = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at + 2) : -1;
            at = end < 0 ? at + (pattern.charAt(at) == '\\' ? 2 : 1) : end + 2;
        }
        at++;
        atom(1);
    }

    private void escaped() {
        Matcher quoted = here(QUOTED);
        if (quoted.lookingAt()) {
            at = quoted.end();
            atom(quoted.group(1).length());
        } else {
            atom(ESCAPED, 1);
        }
    }

    private void atom(Pattern form, long size) {
        Matcher matcher = here(form);
        at = matcher.lookingAt() ? matcher.end() : at + 1;
        atom(size);
    }

    private void atom(long size) {
        before = sum(before, last);
        last = size;
    }

    private void skip(char one) {
        if (at < pattern.length() && pattern.charAt(at) == one) {
            at++;
        }
    }

    private Matcher here(Pattern form) {
        return form.matcher(pattern).region(at, pattern.length());
    }

    private static long sum(long left, long right) {
        return Math.min(ENDLESS, left + right);
    }
}
