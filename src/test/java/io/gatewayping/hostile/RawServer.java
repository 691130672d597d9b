package io.gatewayping.hostile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that reads requests and leaves every byte of the answer to somebody else. */
final class RawServer implements AutoCloseable {

    private final ServerSocket listening;
    private final String scheme;
    private final Answering answering;
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger stateChanges = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        return thread;
    });

    private RawServer(ServerSocket listening, String scheme, Answering answering) {
        this.listening = listening;
        this.scheme = scheme;
        this.answering = answering;
        HonestAnswers.begin();
        threads.execute(this::accept);
    }

    static RawServer start(Answering answering) {
        try {
            return on(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), "http", answering);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawServer on(ServerSocket listening, String scheme, Answering answering) {
        return new RawServer(listening, scheme, answering);
    }

    URI url() {
        return URI.create(scheme + "://127.0.0.1:" + listening.getLocalPort());
    }

    /** How many connections came in. */
    int accepted() {
        return accepted.get();
    }

    /** How many requests of the API came in. */
    int reads() {
        return reads.get();
    }

    /** How many changes of a state were asked for. */
    int stateChanges() {
        return stateChanges.get();
    }

    @Override
    public void close() {
        try {
            listening.close();
            threads.shutdownNow();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listening.accept();
                accepted.incrementAndGet();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException | RejectedExecutionException e) {
            // Closed: nobody comes in any more.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (String line = line(in); !line.isEmpty() && !connection.isClosed(); line = line(in)) {
                String[] words = line.split(" ", 3);
                Map<String, String> headers = headers(in);
                byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
                int number = (Call.isStateChange(words[1]) ? stateChanges : reads).incrementAndGet();
                answering.answer(new Call(words[0], words[1], headers, body, number, connection));
            }
        } catch (IOException e) {
            // The client has had enough.
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    }
}
