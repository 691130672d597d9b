package io.gatewayping.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;

/** The format {@code date-time}: what it lets pass is what rules can evaluate. */
final class TimeFormat implements Format {

    static final String NAME = "date-time";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return Time.isSpelledBy(value);
    }
}
