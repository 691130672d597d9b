package io.gatewayping.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.gatewayping.exchange.Excerpt;
import org.jspecify.annotations.Nullable;

/** Patterns that rules match by: those of RE2, as CEL has them, but for general categories, which are those of today. */
public final class RulePattern {

    private RulePattern() {}

    /**
     * Compiles one.
     *
     * @throws PatternSyntaxException when it is none, or too large a one
     */
    public static Pattern compiled(String pattern) {
        Re2Reader.Known known = Re2Reader.read(pattern);
        String problem =
                known.depth() > PatternReader.DEEPEST ? PatternReader.TOO_DEEP : PatternSize.problem(known.size());
        if (!problem.isEmpty()) {
            throw new PatternSyntaxException(problem, Excerpt.of(pattern));
        }
        return LinearPattern.compiled(pattern, known.written());
    }

    /** What it takes to compile one, told without doing so; more than is compiled is none. */
    public static long weight(String pattern) {
        Re2Reader.Known known = Re2Reader.read(pattern);
        return Math.min(known.size(), PatternSize.MOST)
                + Math.min(known.written().length(), LinearPattern.LONGEST);
    }

    /** Why something is no such pattern, or null when it is one. */
    public static @Nullable String problem(String pattern) {
        try {
            compiled(pattern);
            return null;
        } catch (PatternSyntaxException e) {
            return "no pattern that RE2 takes, which matches in linear time: " + e.getDescription();
        }
    }
}
