package io.gatewayping.stub;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What comes in by one connection. Each request has to be there in time, however slowly it drips. */
final class RequestBytes {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[8 << 10];
    private int next;
    private int end;
    private long deadline;

    RequestBytes(Socket socket) throws IOException {
        this.socket = socket;
        in = socket.getInputStream();
    }

    /** From here on, the next request is waited for. Returns whether it comes: the other side may be through. */
    boolean begin() throws IOException {
        deadline = System.nanoTime() + PATIENCE.toNanos();
        return next < end || fill();
    }

    /** What stands before the next line feed, without the carriage return there, each byte as one character. */
    String line(int limit, int statusOfLonger) throws IOException, Rejected {
        StringBuilder line = new StringBuilder();
        for (int c = read(); c != '\n'; c = read()) {
            if (line.length() == limit) {
                throw new Rejected(statusOfLonger, "A line of the request is longer than " + limit + " bytes.");
            }
            line.append((char) c);
        }
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int read = 0; read < count; ) {
            if (next == end && !fill()) {
                throw new EOFException();
            }
            int some = Math.min(count - read, end - next);
            System.arraycopy(buffer, next, bytes, read, some);
            next += some;
            read += some;
        }
        return bytes;
    }

    /** Takes in what the other side still sends, since an answer may be lost where something is left unread. */
    void drain() throws IOException {
        while (fill()) {
            next = end;
        }
    }

    private int read() throws IOException {
        if (next == end && !fill()) {
            throw new EOFException();
        }
        return buffer[next++] & 0xff;
    }

    private boolean fill() throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        socket.setSoTimeout(Math.toIntExact(left));
        next = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
