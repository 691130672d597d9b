package io.gatewayping.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What comes in by a connection, bounded: no more than {@link Limits#ANSWER_BYTES} of one answer are read, interim
 * answers, head, chunks, body and trailers together.
 */
final class Incoming {

    private static final int BUFFER = 8 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private int received;

    /** The other side has closed the connection. */
    static final class Ended extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** There is more than what is read of an answer. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(String words) {
            super(words);
        }
    }

    Incoming(InputStream in) {
        this.in = in;
    }

    /** From here on, the next answer comes in. */
    void begin() {
        received = 0;
    }

    /** How many bytes of the answer came in. */
    int received() {
        return received;
    }

    /** What stands before the next line feed, each byte as one character. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = read(); c != '\n'; c = read()) {
            if (line.length() == Limits.HEADER_LINE_BYTES) {
                throw new TooLong("a header line longer than " + (Limits.HEADER_LINE_BYTES >> 10) + " KiB");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private int read() throws IOException {
        if (next == end && !fill()) {
            throw new Ended();
        }
        return buffer[next++] & 0xff;
    }

    /** Adds so many bytes to others. */
    void copy(int count, ByteArrayOutputStream to) throws IOException {
        for (int left = count; left > 0; ) {
            if (next == end && !fill()) {
                throw new Ended();
            }
            int some = Math.min(left, end - next);
            to.write(buffer, next, some);
            next += some;
            left -= some;
        }
    }

    /** All that comes until the other side closes the connection. */
    byte[] rest() throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        do {
            rest.write(buffer, next, end - next);
        } while (fill());
        return rest.toByteArray();
    }

    /** Whether there is something already that nobody has read. */
    boolean isSomethingLeft() {
        try {
            return next < end || in.available() > 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** What is there already and nobody has read, each byte as one character. */
    String left() throws IOException {
        return next < end || fill() ? new String(buffer, next, end - next, StandardCharsets.ISO_8859_1) : "";
    }

    /** Makes the next bytes be there, or returns false when there are none. */
    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer));
        received += end;
        if (received > Limits.ANSWER_BYTES) {
            throw new TooLong("the answer is longer than " + (Limits.ANSWER_BYTES >> 10) + " KiB");
        }
        return end > 0;
    }
}
