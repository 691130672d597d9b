package io.gatewayping.exchange;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/** One try to get an answer: ended from outside when its time is up. The time begins with its connection. */
final class Attempt {

    private final Function<Runnable, Future<?>> timer;
    private @Nullable HttpConnection connection;
    private @Nullable Future<?> timeout;
    private boolean expired;

    /**
     * Has not begun.
     *
     * @param timer runs something when the time is up
     */
    Attempt(Function<Runnable, Future<?>> timer) {
        this.timer = timer;
    }

    /** The connection that this attempt uses from now on, open or to be opened. */
    synchronized void uses(HttpConnection used) {
        connection = used;
        timeout = timer.apply(this::expire);
    }

    private synchronized void expire() {
        if (connection == null) {
            return;
        }
        expired = true;
        try {
            connection.shutdown();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
        }
    }

    /** The answer is read: the connection may serve others. */
    synchronized void done() {
        connection = null;
        if (timeout != null) {
            timeout.cancel(false);
        }
    }

    synchronized boolean isExpired() {
        return expired;
    }
}
