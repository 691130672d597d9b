package io.gatewayping.exchange;

import java.time.Duration;

/**
 * How much of a provider's answer is read before it is given up.
 *
 * @param requestTimeout from the first byte sent to the last byte read
 */
public record Limits(Duration requestTimeout) {

    static final int ANSWER_BYTES = 512 << 10;
    static final int HEADER_LINE_BYTES = 16 << 10;
    static final int HEADER_LINES = 100;
}
