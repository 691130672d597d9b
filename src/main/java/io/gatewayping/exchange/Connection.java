package io.gatewayping.exchange;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** One connection to a server. Its TLS handshake is made with the first request, within the time of that one. */
final class Connection implements AutoCloseable {

    private final Origin origin;
    private final Socket wire;
    private final Socket socket;
    private final Incoming incoming;

    /**
     * What connections are kept by.
     *
     * @param host an IPv6 address in brackets
     */
    record Origin(boolean secure, String host, int port) {

        static Origin of(URI url) {
            boolean secure = "https".equalsIgnoreCase(url.getScheme());
            return new Origin(secure, url.getHost(), url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80);
        }
    }

    private Connection(Origin origin, Socket wire, Socket socket) throws IOException {
        this.origin = origin;
        this.wire = wire;
        this.socket = socket;
        incoming = new Incoming(socket.getInputStream());
    }

    /** Opens one, to the first address of the host that listens, or through a proxy. */
    static Connection open(Origin origin, Network network, Deadline deadline) throws IOException {
        IOException failure = new ConnectException("it has no address");
        URI proxy = network.proxies().on(origin.secure(), origin.host()).orElse(null);
        InetSocketAddress server = proxy == null
                ? InetSocketAddress.createUnresolved(origin.host(), origin.port())
                : Tunnel.address(proxy);
        for (InetAddress address : addresses(server.getHostString(), proxy)) {
            Socket wire = new Socket();
            try {
                deadline.guards(wire);
                connect(wire, new InetSocketAddress(address, server.getPort()), proxy);
                wire.setTcpNoDelay(true);
                if (proxy != null) {
                    Tunnel.open(wire, proxy, origin.host() + ":" + origin.port());
                }
                return new Connection(
                        origin,
                        wire,
                        origin.secure() ? secured(origin, network.tls().get(), wire) : wire);
            } catch (IOException e) {
                wire.close();
                failure = e;
            }
        }
        throw deadline.isExpired() ? new SocketTimeoutException("no connection") : failure;
    }

    private static InetAddress[] addresses(String host, @Nullable URI proxy) throws IOException {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw proxy == null ? e : Tunnel.unreachable(proxy, e);
        }
    }

    private static void connect(Socket wire, InetSocketAddress server, @Nullable URI proxy) throws IOException {
        try {
            wire.connect(server);
        } catch (ConnectException e) {
            throw proxy == null ? e : Tunnel.unreachable(proxy, e);
        }
    }

    static SSLSocket secured(Origin origin, SSLSocketFactory factory, Socket wire) throws IOException {
        String host = origin.host().replaceAll("[\\[\\]]", "");
        SSLSocket socket = (SSLSocket) factory.createSocket(wire, host, origin.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    Origin origin() {
        return origin;
    }

    /** Sends a request and reads its answer. */
    Received exchange(HttpCall call, Redaction redaction, Deadline deadline) throws IOException {
        deadline.guards(wire);
        incoming.begin();
        socket.getOutputStream().write(call.message());
        return new AnswerReader(incoming, redaction).read(call.method().equals("HEAD"));
    }

    /** Whether anything came of the last request. */
    boolean isAnswered() {
        return incoming.received() > 0;
    }

    /** Whether there is something that nobody asked for: it would be taken for the next answer. */
    boolean isSomethingLeft() {
        return incoming.isSomethingLeft();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
        }
    }
}
