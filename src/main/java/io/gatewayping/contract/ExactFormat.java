package io.gatewayping.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import io.gatewayping.pattern.LinearPattern;
import io.gatewayping.pattern.RulePattern;
import java.util.function.Predicate;

/**
 * A format of texts.
 *
 * @param getName what schemas call it
 * @param isMet whether a text has it
 */
record ExactFormat(String getName, Predicate<String> isMet) implements Format {

    /** What it lets pass is what rules can evaluate. */
    static final ExactFormat TIME = new ExactFormat("date-time", Time::isSpelledBy);

    /** Patterns of a contract. */
    static final ExactFormat PATTERN = new ExactFormat("linear-pattern", it -> LinearPattern.problem(it) == null);

    /** Patterns that rules match by. */
    static final ExactFormat RULE_PATTERN = new ExactFormat("rule-pattern", it -> RulePattern.problem(it) == null);

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return isMet.test(value);
    }
}
