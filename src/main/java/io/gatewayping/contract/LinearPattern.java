package io.gatewayping.contract;

import com.google.re2j.Pattern;
import com.networknt.schema.regex.RegularExpression;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of the contract, matched in a time that grows with the text and no faster. The JDK's own patterns try every
 * way to match: with some of them, one long line of a hostile provider would keep them busy for hours.
 */
final class LinearPattern implements RegularExpression {

    /** From here on, in characters, a text is worth remembering: what is sent once is mostly sent again. */
    private static final int LONG = 4 << 10;

    private final Pattern pattern;
    private volatile @Nullable Seen last;

    private record Seen(String text, boolean matches) {}

    LinearPattern(String pattern) {
        this.pattern = Pattern.compile(pattern);
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
}
