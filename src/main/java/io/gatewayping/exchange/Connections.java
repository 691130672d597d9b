package io.gatewayping.exchange;

import io.gatewayping.exchange.Connection.Origin;
import java.io.IOException;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** Connections that are kept for the next request. Safe for use by many threads. */
final class Connections implements AutoCloseable {

    private final Network network;
    private final boolean again;
    private final Map<Origin, Deque<Connection>> kept = new ConcurrentHashMap<>();

    /**
     * None yet.
     *
     * @param again whether a request on a connection that was kept may be sent once more on a new one
     */
    Connections(Network network, boolean again) {
        this.network = network;
        this.again = again;
    }

    /** Sends a request and reads its answer, by a connection that is kept or else by a new one. */
    Received exchange(HttpCall call, Redaction redaction, Deadline deadline) throws IOException {
        Origin origin = Origin.of(call.url());
        Connection old = kept(origin);
        if (old != null) {
            try {
                return exchange(old, call, redaction, deadline);
            } catch (IOException e) {
                // A server may close a connection at the very moment at which it is used again: that is no failure of
                // its.
                if (!again || old.isAnswered() || deadline.isExpired()) {
                    throw e;
                }
            }
        }
        return exchange(Connection.open(origin, network, deadline), call, redaction, deadline);
    }

    private Received exchange(Connection connection, HttpCall call, Redaction redaction, Deadline deadline)
            throws IOException {
        boolean reusable = false;
        try {
            Received received = connection.exchange(call, redaction, deadline);
            reusable = received.reusable();
            return received;
        } finally {
            if (reusable) {
                kept.computeIfAbsent(connection.origin(), first -> new ConcurrentLinkedDeque<>())
                        .push(connection);
            } else {
                connection.close();
            }
        }
    }

    private @Nullable Connection kept(Origin origin) {
        Deque<Connection> connections = kept.get(origin);
        Connection connection = connections == null ? null : connections.poll();
        while (connections != null && connection != null && connection.isSomethingLeft()) {
            connection.close();
            connection = connections.poll();
        }
        return connection;
    }

    @Override
    public void close() {
        kept.values().forEach(connections -> connections.forEach(Connection::close));
    }
}
