package io.gatewayping.exchange;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.conn.ClientConnectionRequest;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.apache.http.conn.ManagedClientConnection;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.scheme.SchemeRegistry;

/**
 * The connections of one attempt. The attempt knows its connection before that is opened, so that its time also ends a
 * TLS handshake that never does.
 */
// REST Assured takes no other client than Apache's AbstractHttpClient, which Apache has deprecated.
@SuppressWarnings("deprecation")
final class AttemptConnections implements ClientConnectionManager {

    private final ClientConnectionManager connections;
    private final Attempt attempt;

    AttemptConnections(ClientConnectionManager connections, Attempt attempt) {
        this.connections = connections;
        this.attempt = attempt;
    }

    @Override
    public ClientConnectionRequest requestConnection(HttpRoute route, Object state) {
        ClientConnectionRequest request = connections.requestConnection(route, state);
        return new ClientConnectionRequest() {
            @Override
            public ManagedClientConnection getConnection(long timeout, TimeUnit unit)
                    throws InterruptedException, ConnectionPoolTimeoutException {
                ManagedClientConnection connection = request.getConnection(timeout, unit);
                closeIfSomethingIsLeft(connection);
                attempt.uses(connection);
                return connection;
            }

            @Override
            public void abortRequest() {
                request.abortRequest();
            }
        };
    }

    /** Whatever was sent after the last answer would be taken for the next one. */
    private static void closeIfSomethingIsLeft(ManagedClientConnection connection) {
        try {
            if (connection.isOpen() && isSomethingLeft(connection)) {
                connection.close();
            }
        } catch (IOException e) {
            // It is gone, which is what was wanted: another one will be opened.
        }
    }

    private static boolean isSomethingLeft(ManagedClientConnection connection) throws IOException {
        int timeout = connection.getSocketTimeout();
        try {
            return connection.isResponseAvailable(1);
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        } finally {
            if (connection.isOpen()) {
                connection.setSocketTimeout(timeout);
            }
        }
    }

    @Override
    public SchemeRegistry getSchemeRegistry() {
        return connections.getSchemeRegistry();
    }

    @Override
    public void releaseConnection(ManagedClientConnection connection, long validFor, TimeUnit unit) {
        connections.releaseConnection(connection, validFor, unit);
    }

    @Override
    public void closeIdleConnections(long idle, TimeUnit unit) {
        connections.closeIdleConnections(idle, unit);
    }

    @Override
    public void closeExpiredConnections() {
        connections.closeExpiredConnections();
    }

    @Override
    public void shutdown() {
        connections.shutdown();
    }
}
