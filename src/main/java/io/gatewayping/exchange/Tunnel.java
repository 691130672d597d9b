package io.gatewayping.exchange;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A way through a proxy. */
final class Tunnel {

    private static final int SECURE_PORT = 443;
    private static final int PORT = 80;

    private Tunnel() {}

    /** Where the proxy listens. */
    static InetSocketAddress address(URI proxy) {
        int usual = "https".equalsIgnoreCase(proxy.getScheme()) ? SECURE_PORT : PORT;
        return new InetSocketAddress(proxy.getHost(), proxy.getPort() < 0 ? usual : proxy.getPort());
    }

    /**
     * Asks the proxy for a connection to a server. What stands behind its answer is the server's.
     *
     * @param authority host and port of the server
     * @throws Refused when it does not make one
     */
    static void open(Socket wire, URI proxy, String authority) throws IOException {
        String user = proxy.getUserInfo();
        String basic = user == null
                ? ""
                : "Proxy-Authorization: Basic "
                        + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)) + "\r\n";
        String request = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n" + basic + "\r\n";
        wire.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        int status = status(wire, user == null ? List.of() : List.of(user));
        if (status / 100 != 2) {
            throw new Refused("the proxy " + shown(proxy) + " answered " + status
                    + (status == 407 ? ": it wants a user and a password, in HTTPS_PROXY" : "")
                    + " when asked for a connection to " + authority);
        }
    }

    /** Reads the head of the answer byte by byte, so that nothing of the server's is read with it. */
    private static int status(Socket wire, List<String> secrets) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = wire.getInputStream().read();
            if (read < 0 || head.length() > Limits.HEADER_LINE_BYTES) {
                throw new Refused("the proxy closed the connection, or sent no HTTP: "
                        + Excerpt.of(new Redaction(secrets).redact(head.toString())));
            }
            head.append((char) read);
        }
        String line = head.substring(0, head.indexOf("\r\n"));
        if (!line.matches("HTTP/1\\.\\d \\d{3}.*")) {
            throw new Refused("the proxy answers no HTTP: " + Excerpt.of(new Redaction(secrets).redact(line)));
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    static Refused unreachable(URI proxy, IOException why) {
        return new Refused("the proxy " + shown(proxy) + " cannot be reached (" + why.getMessage() + ")");
    }

    private static String shown(URI proxy) {
        return proxy.getHost() + (proxy.getPort() < 0 ? "" : ":" + proxy.getPort());
    }

    /** The proxy made no connection. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
