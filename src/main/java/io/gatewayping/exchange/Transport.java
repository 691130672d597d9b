package io.gatewayping.exchange;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 on plain sockets, with every read bounded in bytes, lines and time, and every byte of an answer looked at. No
 * redirect is followed, no cookie kept, no compression asked for. Connections are reused. Safe for use by many threads.
 */
public final class Transport implements AutoCloseable {

    private final Limits limits;
    private final Network network;
    private final Pace pace;
    private final Connections connections;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final ScheduledThreadPoolExecutor clock = clock();
    private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String stopped;

    /** Reads no more of any answer than these limits allow. */
    public Transport(Limits limits) {
        this(limits, Network.plain(), Pace.FREE);
    }

    /**
     * Reads no more of any answer than these limits allow.
     *
     * @param network how servers are reached
     * @param pace when requests may be sent
     */
    public Transport(Limits limits, Network network, Pace pace) {
        this.limits = limits;
        this.network = network;
        this.pace = pace;
        // Whoever counts what is sent counts what is sent again.
        connections = new Connections(network, pace.attempts() == 1);
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
        try (Connections own = new Connections(network, false)) {
            return call(own, redaction, call);
        }
    }

    private Outcome call(Connections some, Redaction redaction, HttpCall call) {
        for (int attempt = 1; ; attempt++) {
            try {
                pace.turn();
            } catch (Pace.Spent e) {
                return Outcome.failed(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Outcome.failed("interrupted");
            }
            Tried tried = attempt(some, redaction, call);
            Response response = tried.outcome().response();
            if (response != null) {
                pace.answered(response);
            }
            if (!tried.again() || attempt >= pace.attempts()) {
                return tried.outcome();
            }
        }
    }

    /**
     * What came of one attempt.
     *
     * @param again whether the connection failed and another may not
     */
    private record Tried(Outcome outcome, boolean again) {}

    private Tried attempt(Connections some, Redaction redaction, HttpCall call) {
        try (Deadline deadline = Deadline.in(limits.requestTimeout(), clock, running)) {
            if (stopped != null) {
                return new Tried(Outcome.failed(stopped), false);
            }
            sent.incrementAndGet();
            try {
                Received received = some.exchange(call, redaction, deadline);
                return new Tried(Outcome.of(received), false);
            } catch (IOException e) {
                if (stopped != null) {
                    return new Tried(Outcome.failed(stopped), false);
                }
                if (deadline.isExpired()) {
                    unanswered.incrementAndGet();
                    boolean connected = !(e instanceof SocketTimeoutException);
                    return new Tried(
                            connected ? Outcome.late(seconds()) : Outcome.failed("no connection within " + seconds()),
                            false);
                }
                return new Tried(
                        Outcome.failed(Excerpt.of(redaction.redact(words(e)))), isFaultOfTheConnection(e, call));
            }
        }
    }

    /** Sends nothing more from here on, and waits for no answer, for this reason. */
    public void stop(String why) {
        stopped = why;
        running.forEach(Deadline::expire);
    }

    /** Why nothing more is sent, when that is so. */
    public Optional<String> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** How many requests were sent. */
    public int sent() {
        return sent.get();
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

    /** Whether the same call may be sent again without any doubt: a start that may have come through is not. */
    private static boolean isFaultOfTheConnection(IOException failure, HttpCall call) {
        return failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || (call.method().equals("GET")
                        && (failure instanceof SocketException || failure instanceof Incoming.Ended));
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

    /** Why there is no answer, in words. */
    static String words(IOException failure) {
        if (failure instanceof ConnectException) {
            return "nobody listens there (" + failure.getMessage() + ")";
        }
        if (failure instanceof UnknownHostException) {
            return "no such host (" + failure.getMessage() + ")";
        }
        if (failure instanceof SSLException) {
            return TlsFault.words(failure) + hint(failure);
        }
        if (failure instanceof Incoming.Ended) {
            return "the connection was closed without an HTTP answer";
        }
        if (failure instanceof Incoming.TooLong
                || failure instanceof Tunnel.Refused
                || failure instanceof ProtocolException) {
            return String.valueOf(failure.getMessage());
        }
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static String hint(IOException tls) {
        for (Throwable cause = tls; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateNotYetValidException) {
                return ": its certificate is not valid yet; is the clock of this machine right?";
            }
        }
        String message = String.valueOf(tls.getMessage());
        boolean isPerhapsHttp =
                message.contains("unrecognized SSL message") || message.contains("terminated the handshake");
        return isPerhapsHttp ? ": is it http that listens there?" : "";
    }

    private String seconds() {
        return limits.requestTimeout().toMillis() / 1000.0 + " s";
    }
}
