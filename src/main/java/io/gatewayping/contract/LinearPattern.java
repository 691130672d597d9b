package io.gatewayping.contract;

import com.google.re2j.Pattern;
import com.networknt.schema.regex.RegularExpression;

/**
 * A pattern of the contract, matched in a time that grows with the text and no faster. The JDK's own patterns try every
 * way to match: with some of them, one long line of a hostile provider would keep them busy for hours.
 */
final class LinearPattern implements RegularExpression {

    private final Pattern pattern;

    LinearPattern(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    @Override
    public boolean matches(String text) {
        return pattern.matcher(text).find();
    }
}
