package io.gatewayping.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.gatewayping.exchange.Excerpt;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of the contract, matched in a time that grows with the text and no faster. The JDK's own patterns try every
 * way to match: with some of them, one long line of a hostile provider would keep them busy for hours.
 */
public final class LinearPattern {

    /** From here on, in characters, a text is worth remembering: what is sent once is mostly sent again. */
    private static final int LONG = 4 << 10;

    /** RE2/J reads what is left of a pattern again and again. */
    static final int LONGEST = 50_000;

    /** Parts of a pattern times characters of a text: a few seconds. */
    static final long MOST_STEPS = 500_000_000;

    /** More than a contract has; a rule may make patterns of what a provider answers. */
    static final int MOST_COMPILED = 200;

    /** By what was compiled: a pattern is tried where a contract is checked, and again where it is used. */
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private final Pattern pattern;
    private volatile @Nullable Seen last;

    private record Seen(String text, boolean matches) {}

    /** A pattern of a schema. */
    public LinearPattern(String pattern) {
        this(compiled(pattern));
    }

    private LinearPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** A pattern that rules tell texts by. */
    public static LinearPattern ofRules(String pattern) {
        return new LinearPattern(RulePattern.compiled(pattern));
    }

    /**
     * Whether it finds something in a text.
     *
     * @throws NotMatched when that would take longer than some seconds
     */
    public boolean matches(String text) {
        if (text.length() < LONG) {
            return matcher(pattern, text).find();
        }
        Seen seen = last;
        if (seen == null || !seen.text().equals(text)) {
            seen = new Seen(text, matcher(pattern, text).find());
            last = seen;
        }
        return seen.matches();
    }

    /**
     * What finds a pattern in a text.
     *
     * @throws NotMatched when that would take longer than some seconds
     */
    public static Matcher matcher(Pattern pattern, String text) {
        if ((long) pattern.programSize() * text.length() > MOST_STEPS) {
            throw new NotMatched(pattern.programSize(), text.length());
        }
        return pattern.matcher(text);
    }

    /**
     * A pattern of ECMA-262, read.
     *
     * @throws PatternSyntaxException when it is none, too large a one, or one that finds nothing
     */
    static PatternPart read(String pattern) {
        PatternPart whole = PatternReader.read(pattern);
        String problem = PatternSize.problem(whole.read(new PatternSize(1)));
        if (!problem.isEmpty()) {
            throw new PatternSyntaxException(problem, Excerpt.of(pattern));
        }
        if (!PatternPassage.of(whole).isOpen()) {
            throw new PatternSyntaxException(
                    "no text meets it: nothing is before ^ or behind $, and [] and half of a pair stand for no character",
                    Excerpt.of(pattern));
        }
        return whole;
    }

    /**
     * How many characters a text has at most that is drawn by a pattern.
     *
     * @param withoutEnd how often is repeated what has no bound
     */
    public static long mostDrawn(String pattern, long withoutEnd) {
        return read(pattern).read(new PatternSize(withoutEnd));
    }

    private static Pattern compiled(String pattern) {
        return compiled(pattern, read(pattern).read(new Re2Text()));
    }

    /**
     * Compiles a pattern.
     *
     * @param pattern what it was written as
     * @param written the same as RE2 takes it
     */
    static Pattern compiled(String pattern, String written) {
        if (written.length() > LONGEST) {
            throw new PatternSyntaxException(
                    "more than " + LONGEST + " characters with its categories written out", Excerpt.of(pattern));
        }
        if (COMPILED.size() > MOST_COMPILED) {
            COMPILED.clear();
        }
        return COMPILED.computeIfAbsent(written, Pattern::compile);
    }

    /** What it takes to compile a pattern, told without doing so; what is none is not compiled. */
    public static long weight(String pattern) {
        try {
            PatternPart whole = read(pattern);
            return whole.read(new PatternSize(1))
                    + Math.min(whole.read(new Re2Text()).length(), LONGEST);
        } catch (PatternSyntaxException e) {
            return pattern.length();
        }
    }

    /** Why something is no such pattern, or null when it is one. */
    public static @Nullable String problem(String pattern) {
        try {
            compiled(pattern);
            return null;
        } catch (PatternSyntaxException e) {
            return "no pattern of ECMA-262 that matches in linear time: " + e.getDescription();
        }
    }
}
