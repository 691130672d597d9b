package io.gatewayping.broker;

import java.io.IOException;
import java.util.OptionalInt;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/** Asks again, a few times, a broker that says that it is busy (429, 503). Waits as it wishes, but not for long. */
final class BoundedRetries extends DefaultHttpRequestRetryStrategy {

    private static final int TIMES = 4;
    private static final TimeValue PAUSE = TimeValue.ofMilliseconds(500);
    private static final TimeValue LONGEST_PAUSE = TimeValue.ofSeconds(5);

    /** The status by which it said so last, or 0. */
    private volatile int busy;

    BoundedRetries() {
        super(TIMES, PAUSE);
    }

    /** Whatever was asked before: something else is asked now. */
    void begin() {
        busy = 0;
    }

    /** The status of the answer in whose place another one was asked for last, if there was one. */
    OptionalInt busy() {
        return busy == 0 ? OptionalInt.empty() : OptionalInt.of(busy);
    }

    @Override
    public boolean retryRequest(HttpResponse response, int executions, HttpContext context) {
        boolean again = super.retryRequest(response, executions, context);
        busy = again ? response.getCode() : 0;
        return again;
    }

    @Override
    public boolean retryRequest(HttpRequest request, IOException failure, int executions, HttpContext context) {
        return executions == 1 && super.retryRequest(request, failure, executions, context);
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse response, int executions, HttpContext context) {
        TimeValue wished = super.getRetryInterval(response, executions, context);
        return wished.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wished;
    }
}
