package io.gatewayping.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What came of one call: an answer that can be read, one that is no HTTP, or none at all. An answer that something
 * follows which nobody asked for, or that every recipient reads though it may not be sent, is both.
 *
 * @param response what was answered, or null
 * @param malformed what of the answer is no HTTP, or null
 * @param failure why there is no answer, in words, or null
 */
public record Outcome(@Nullable Response response, @Nullable Malformed malformed, @Nullable String failure) {

    private static final String LATE = "no complete answer within ";

    /** An answer that can be read. */
    public static Outcome answered(Response response) {
        return new Outcome(response, null, null);
    }

    /** What comes of an answer of these bytes, behind which the connection is closed. */
    public static Outcome of(byte[] message, Redaction redaction) {
        try {
            Incoming in = new Incoming(new ByteArrayInputStream(message));
            return of(new AnswerReader(in, redaction).read(false));
        } catch (IOException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    static Outcome of(Received received) {
        return new Outcome(received.response(), received.malformed(), null);
    }

    /** No answer. */
    public static Outcome failed(String why) {
        return new Outcome(null, null, why);
    }

    /** A request came through, and no answer in this time. */
    static Outcome late(String time) {
        return failed(LATE + time);
    }

    /** Whether a request came through, and may have been done, though it was not answered in time. */
    public boolean isLate() {
        return failure != null && failure.startsWith(LATE);
    }

    /** Why there is no answer that can be read, in words. */
    public String problem() {
        return malformed == null ? String.valueOf(failure) : malformed.words();
    }
}
