package io.gatewayping.cli;

import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.tagexpressions.TagExpressionException;

/** Features, or an expression over their tags, that cannot be used: in one line. */
final class FeatureFault {

    private static final int LINES = 3;

    private FeatureFault() {}

    static UsageError of(RuntimeException failure) {
        if (failure instanceof FeatureParserException || failure instanceof TagExpressionException) {
            return new UsageError(String.valueOf(failure.getMessage())
                    .lines()
                    .limit(LINES)
                    .reduce((a, b) -> a + " " + b)
                    .orElse(""));
        }
        return new UsageError("the features cannot be run: " + failure.getMessage());
    }
}
