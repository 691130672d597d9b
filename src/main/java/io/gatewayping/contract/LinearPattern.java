package io.gatewayping.contract;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.regex.RegularExpression;
import io.gatewayping.exchange.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of the contract, matched in a time that grows with the text and no faster. The JDK's own patterns try every
 * way to match: with some of them, one long line of a hostile provider would keep them busy for hours.
 */
final class LinearPattern implements RegularExpression {

    /** From here on, in characters, a text is worth remembering: what is sent once is mostly sent again. */
    private static final int LONG = 4 << 10;

    /** RE2/J reads what is left of a pattern again and again. */
    private static final int LONGEST = 50_000;

    private final Pattern pattern;
    private volatile @Nullable Seen last;

    private record Seen(String text, boolean matches) {}

    LinearPattern(String pattern) {
        this.pattern = compiled(pattern);
    }

    @Override
    public boolean matches(String text) {
        if (text.length() < LONG) {
            return pattern.matcher(text).find();
        }
        Seen seen = last;
        if (seen == null || !seen.text().equals(text)) {
            seen = new Seen(text, pattern.matcher(text).find());
            last = seen;
        }
        return seen.matches();
    }

    /**
     * A pattern of RE2, of which general categories are those of today, or one with characters escaped as ECMA-262 has them.
     *
     * @throws PatternSyntaxException when it is none, or too large a one
     */
    static Pattern compiled(String pattern) {
        String problem = PatternSize.problem(pattern);
        if (!problem.isEmpty()) {
            throw new PatternSyntaxException(problem, Excerpt.of(pattern));
        }
        String written = GeneralCategories.writtenOut(EscapedCharacters.inRe2(pattern));
        if (written.length() > LONGEST) {
            throw new PatternSyntaxException(
                    "more than " + LONGEST + " characters with its categories written out", Excerpt.of(pattern));
        }
        return Pattern.compile(written);
    }

    /** What it takes to compile a pattern, told without doing so; more than is compiled is none. */
    static long weight(String pattern) {
        return Math.min(PatternSize.of(pattern, 1), PatternSize.MOST)
                + Math.min(GeneralCategories.writtenOut(pattern).length(), LONGEST);
    }

    /** Why something is no such pattern, or null when it is one. */
    static @Nullable String problem(String pattern) {
        try {
            compiled(pattern);
            return null;
        } catch (PatternSyntaxException e) {
            return "no pattern that RE2 takes, which matches in linear time: " + e.getDescription();
        }
    }

    /** The format of such a pattern. */
    static final class Format implements com.networknt.schema.format.Format {

        @Override
        public String getName() {
            return "linear-pattern";
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return problem(value) == null;
        }
    }
}
