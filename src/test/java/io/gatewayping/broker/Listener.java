package io.gatewayping.broker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** HTTP/1.1 on bare sockets, since some faults need the socket itself. */
final class Listener implements AutoCloseable {

    interface Handler {
        void answer(Received request, Connection connection) throws IOException;
    }

    private final ServerSocket listening;
    private final Handler handler;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

    Listener(ServerSocket listening, Handler handler) {
        this.listening = listening;
        this.handler = handler;
        inBackground(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listening.close();
            closing.countDown();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "broker-double");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                sockets.add(socket);
                // Whoever comes in while the door is being closed is not forgotten inside.
                if (listening.isClosed()) {
                    socket.close();
                }
                inBackground(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: nobody comes in any more.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Connection connection = new Connection(socket, closing);
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                handler.answer(request(line, in), connection);
                if (socket.isClosed()) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client is gone: it may.
        } finally {
            sockets.remove(socket);
        }
    }

    private static Received request(String line, InputStream in) throws IOException {
        String[] words = line.split(" ", 3);
        String[] target = words[1].split("\\?", 2);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String[] parts = header.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Received(
                words[0],
                target[0],
                target.length > 1 ? target[1] : "",
                Map.copyOf(headers),
                new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
