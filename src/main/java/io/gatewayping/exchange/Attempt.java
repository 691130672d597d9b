package io.gatewayping.exchange;

import java.io.IOException;
import org.apache.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/** One try to get an answer: ended from outside when its time is up. */
final class Attempt {

    private @Nullable HttpConnection connection;
    private boolean expired;

    /** The connection that this attempt uses from now on. */
    synchronized void uses(HttpConnection used) {
        connection = used;
        if (expired) {
            shutDown(used);
        }
    }

    /** The time is up: whoever reads now reads no more. */
    synchronized void expire() {
        expired = true;
        if (connection != null) {
            shutDown(connection);
        }
    }

    /** The answer is read: the connection may serve others. */
    synchronized void done() {
        connection = null;
    }

    synchronized boolean isExpired() {
        return expired;
    }

    private static void shutDown(HttpConnection used) {
        try {
            used.shutdown();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
        }
    }
}
