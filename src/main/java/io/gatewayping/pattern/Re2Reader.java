package io.gatewayping.pattern;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a pattern of a rule is when its repeats are written out, as they are when it is compiled: RE2 bounds each repeat,
 * and not what repeats within repeats come to; and the same pattern with the general categories of today. Told before it is
 * compiled, of a text that need be no pattern.
 */
final class Re2Reader {

    private static final Pattern REPEAT = Pattern.compile("\\{([0-9]{1,9})(,([0-9]{1,9})?)?\\}\\??");
    private static final Pattern GROUP = Pattern.compile("\\((?:\\?(?:P?<\\w*>|[a-zA-Z-]*:?))?");
    private static final Pattern QUOTED = Pattern.compile("\\\\Q(.*?)(?:\\\\E|$)", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:[pPx]\\{[^}]*\\}|[pP].|.)", Pattern.DOTALL);
    private static final Pattern CATEGORY = Pattern.compile("\\\\([pP])(?:\\{(\\^?)([A-Z][a-z]?)}|([A-Z]))");

    private final String pattern;
    private final StringBuilder written = new StringBuilder();
    private int copied;
    private final Deque<Long> outside = new ArrayDeque<>();
    private int at;
    private long before;
    private long last;
    private int deepest;

    private Re2Reader(String pattern) {
        this.pattern = pattern;
    }

    /**
     * What is known of a pattern when it was read.
     *
     * @param size of how many parts it is
     * @param depth how deep groups are within groups
     * @param written the same without the names of general categories, or the beginning of what is too long
     */
    record Known(long size, int depth, String written) {}

    static Known read(String pattern) {
        Re2Reader reader = new Re2Reader(pattern);
        long size = reader.count();
        return new Known(
                size, reader.deepest, reader.written + pattern.substring(Math.min(reader.copied, pattern.length())));
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
                    repeat(1);
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
        return PatternSize.sum(before, last);
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
            long inside = PatternSize.sum(PatternSize.sum(before, last), 2);
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
            repeat(repeat.group(3) == null ? least + 1 : Long.parseLong(repeat.group(3)));
        }
    }

    private void repeat(long times) {
        last = PatternSize.repeated(last, times);
    }

    /** A class of characters: those in it are one part, however many. */
    private void characters() {
        at++;
        skip('^');
        skip(']');
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            int end = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at + 2) : -1;
            if (end >= 0) {
                at = end + 2;
            } else if (!category(true)) {
                at += pattern.charAt(at) == '\\' ? 2 : 1;
            }
        }
        at++;
        atom(1);
    }

    private void escaped() {
        Matcher quoted = here(QUOTED);
        if (quoted.lookingAt()) {
            at = quoted.end();
            atom(quoted.group(1).length());
        } else if (category(false)) {
            atom(1);
        } else {
            atom(ESCAPED, 1);
        }
    }

    /** Writes out a category, if one is named here. */
    private boolean category(boolean inClass) {
        Matcher named = here(CATEGORY);
        if (!named.lookingAt()) {
            return false;
        }
        Optional<CharacterSet> category =
                GeneralCategories.named(named.group(3) == null ? named.group(4) : named.group(3));
        if (category.isEmpty()) {
            return false;
        }
        if (written.length() <= LinearPattern.LONGEST) {
            boolean isNegated = named.group(1).equals("P") != "^".equals(named.group(2));
            String ranges = Re2Text.inClass(isNegated ? category.get().complement() : category.get());
            written.append(pattern, copied, at).append(inClass ? ranges : "[" + ranges + "]");
        }
        at = named.end();
        copied = at;
        return true;
    }

    private void atom(Pattern form, long size) {
        Matcher matcher = here(form);
        at = matcher.lookingAt() ? matcher.end() : at + 1;
        atom(size);
    }

    private void atom(long size) {
        before = PatternSize.sum(before, last);
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
}
