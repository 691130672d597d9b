package io.gatewayping.acceptance;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Servers that stand where a provider, a proxy or a token endpoint should. */
final class SetUp {

    private SetUp() {}

    /** Something that listens until it is closed. */
    record Listening(int port, Closing closing) implements AutoCloseable {

        interface Closing {
            void close() throws IOException;
        }

        String at(String scheme) {
            return scheme + "://127.0.0.1:" + port;
        }

        @Override
        public void close() throws IOException {
            closing.close();
        }
    }

    /** Answers the same to everything. */
    static Listening saying(SSLContext tls, int status, String type, String body, Map<String, String> headers)
            throws IOException {
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", 0);
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", type);
                headers.forEach(exchange.getResponseHeaders()::set);
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        return new Listening(server.getAddress().getPort(), () -> server.stop(0));
    }

    /** Says these bytes to whoever connects, and hangs up; or says nothing and stays. */
    static Listening raw(@Nullable String bytes) throws IOException {
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        // A socket that nobody holds is closed by the collector, at any time.
        List<Socket> silent = new ArrayList<>();
        Thread thread = new Thread(() -> {
            while (!listening.isClosed()) {
                try {
                    Socket connection = listening.accept();
                    if (bytes == null) {
                        silent.add(connection);
                    } else {
                        connection.setSoTimeout(200);
                        read(connection);
                        connection.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                        connection.close();
                    }
                } catch (IOException e) {
                    // It is closed, or its caller is gone.
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return new Listening(listening.getLocalPort(), listening::close);
    }

    private static void read(Socket connection) {
        try {
            if (connection.getInputStream().read(new byte[8192]) < 0) {
                connection.shutdownInput();
            }
        } catch (IOException e) {
            // It says nothing.
        }
    }

    /** Where nobody listens. */
    static int closedPort() throws IOException {
        try (ServerSocket listening = new ServerSocket(0)) {
            return listening.getLocalPort();
        }
    }
}
