package io.gatewayping.exchange;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;

/**
 * HTTP/1.1 on plain sockets, with every read bounded in bytes, lines and time, and every byte of an answer looked at. No
 * redirect is followed, no cookie kept, no compression asked for. Connections are reused. Safe for use by many threads.
 */
public final class Transport implements AutoCloseable {

    private final Limits limits;
    private final Connections connections = new Connections();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final ScheduledThreadPoolExecutor clock = clock();

    /** Reads no more of any answer than these limits allow. */
    public Transport(Limits limits) {
        this.limits = limits;
    }

    /**
     * Sends one request and reads its answer.
     *
     * @param redaction takes the secrets out of what is recorded
     */
    public Outcome call(Redaction redaction, HttpCall call) {
        return call(connections, redaction, call);
    }

    /**
     * The same on a connection of its own, so that nothing that was sent before can have a part in the answer: some
     * servers remember the headers of a connection.
     */
    public Outcome callAlone(Redaction redaction, HttpCall call) {
        try (Connections own = new Connections()) {
            return call(own, redaction, call);
        }
    }

    private Outcome call(Connections some, Redaction redaction, HttpCall call) {
        try (Deadline deadline = Deadline.in(limits.requestTimeout(), clock)) {
            try {
                Received received = some.exchange(call, redaction, deadline);
                return new Outcome(received.response(), received.malformed(), null);
            } catch (IOException e) {
                if (deadline.isExpired()) {
                    unanswered.incrementAndGet();
                    boolean connected = !(e instanceof SocketTimeoutException);
                    return Outcome.failed(
                            (connected ? "no complete answer within " : "no connection within ") + seconds());
                }
                return Outcome.failed(Excerpt.of(redaction.redact(words(e))));
            }
        }
    }

    /** How many requests got no complete answer in time. */
    public int unanswered() {
        return unanswered.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        connections.close();
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "request-timeout");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private static String words(IOException failure) {
        if (failure instanceof ConnectException) {
            return "nobody listens there (" + failure.getMessage() + ")";
        }
        if (failure instanceof UnknownHostException) {
            return "no such host (" + failure.getMessage() + ")";
        }
        if (failure instanceof SSLException) {
            return "no trusted TLS connection (" + failure.getMessage() + ")";
        }
        if (failure instanceof Incoming.Ended) {
            return "the connection was closed without an HTTP answer";
        }
        if (failure instanceof Incoming.TooLong || failure instanceof ProtocolException) {
            return String.valueOf(failure.getMessage());
        }
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private String seconds() {
        return limits.requestTimeout().toMillis() / 1000.0 + " s";
    }
}
