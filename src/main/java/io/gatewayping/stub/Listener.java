package io.gatewayping.stub;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Takes in connections, each served by a thread of its own, and never more than so many. */
final class Listener implements AutoCloseable {

    private static final int CONNECTIONS = 256;

    private final ServerSocket listening;
    private final Answering answering;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Idle idle = new Idle();
    private final Semaphore free = new Semaphore(CONNECTIONS);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "stub");
        thread.setDaemon(true);
        return thread;
    });

    private Listener(ServerSocket listening, Answering answering) {
        this.listening = listening;
        this.answering = answering;
    }

    static Listener start(String host, int port, Answering answering) throws IOException {
        Listener listener = new Listener(new ServerSocket(port, CONNECTIONS, InetAddress.getByName(host)), answering);
        listener.threads.execute(listener::accept);
        return listener;
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() {
        close(listening);
        threads.shutdownNow();
        connections.forEach(Listener::close);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                connections.add(connection);
                // Whoever asks for nothing makes room for who does.
                if (!free.tryAcquire()) {
                    idle.longest().ifPresent(Listener::close);
                    free.acquire();
                }
                enter(connection);
            } catch (IOException e) {
                // This one is gone before it was let in, or all are since nobody is let in any more.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void enter(Socket connection) {
        try {
            threads.execute(() -> serve(connection));
        } catch (RejectedExecutionException e) {
            // It came in while the door was being closed.
            close(connection);
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            converse(new RequestBytes(connection), connection);
        } catch (IOException e) {
            // The client has gone.
        } finally {
            connections.remove(connection);
            free.release();
        }
    }

    private void converse(RequestBytes in, Socket connection) throws IOException {
        OutputStream out = connection.getOutputStream();
        RequestReader reader = new RequestReader(in, out);
        for (Reply next = next(in, reader, connection); next != null; next = next(in, reader, connection)) {
            out.write(next.bytes());
            if (next.closes()) {
                connection.shutdownOutput();
                in.drain();
                return;
            }
        }
    }

    /** What answers the next request; null when there is none. Until it is there as a whole, it may have to make room. */
    private @Nullable Reply next(RequestBytes in, RequestReader reader, Socket connection) throws IOException {
        idle.add(connection);
        HttpRequest request;
        try {
            if (!in.begin()) {
                return null;
            }
            request = reader.read();
        } catch (Rejected e) {
            return answering.answer(e);
        } finally {
            idle.remove(connection);
        }
        return answering.answer(request);
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is gone, which is what was wanted.
        }
    }
}
