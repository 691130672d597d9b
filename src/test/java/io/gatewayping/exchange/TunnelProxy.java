package io.gatewayping.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that makes every connection that it is asked for. */
public final class TunnelProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private TunnelProxy(ServerSocket listening) {
        this.listening = listening;
    }

    /** One on a free port. */
    public static TunnelProxy open() throws IOException {
        TunnelProxy proxy = new TunnelProxy(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
        started(proxy::accept);
        return proxy;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** What it was asked. */
    public List<String> heads() {
        return heads;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                started(() -> serve(client));
            } catch (IOException e) {
                // It is closed.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int read = client.getInputStream().read();
                if (read < 0) {
                    return;
                }
                head.append((char) read);
            }
            heads.add(head.toString());
            String[] authority =
                    head.substring("CONNECT ".length(), head.indexOf(" HTTP/")).split(":", 2);
            try (Socket server = new Socket(authority[0], Integer.parseInt(authority[1]))) {
                client.getOutputStream()
                        .write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                started(() -> copy(server, client));
                copy(client, server);
            }
        } catch (IOException e) {
            // Whoever asked sees it.
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.close();
        } catch (IOException e) {
            // One of them has hung up.
        }
    }

    private static void started(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
