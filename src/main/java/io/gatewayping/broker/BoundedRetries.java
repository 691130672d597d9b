package io.gatewayping.broker;

import java.io.IOException;
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

    BoundedRetries() {
        super(TIMES, PAUSE);
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
