package io.gatewayping.exchange;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time of one attempt to get an answer. When it is up, the socket in use is closed, whatever is done with it then: a
 * timeout of single reads would never end a server that drips.
 */
final class Deadline implements AutoCloseable {

    private final Set<Deadline> running;
    private @Nullable Future<?> timer;
    private @Nullable Socket socket;
    private boolean expired;

    private Deadline(Set<Deadline> running) {
        this.running = running;
    }

    /**
     * Begins now.
     *
     * @param running those that have begun and are not over
     */
    static Deadline in(Duration time, ScheduledExecutorService clock, Set<Deadline> running) {
        Deadline deadline = new Deadline(running);
        running.add(deadline);
        deadline.timer = clock.schedule(deadline::expire, time.toMillis(), TimeUnit.MILLISECONDS);
        return deadline;
    }

    /** From here on, this socket is closed when the time is up. */
    synchronized void guards(Socket used) throws SocketException {
        if (expired) {
            throw new SocketException("too late");
        }
        socket = used;
    }

    /** The time is up. */
    synchronized void expire() {
        expired = true;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone, which is what was wanted.
            }
        }
    }

    synchronized boolean isExpired() {
        return expired;
    }

    /** The answer is read: the socket may serve others. */
    @Override
    public synchronized void close() {
        running.remove(this);
        socket = null;
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
