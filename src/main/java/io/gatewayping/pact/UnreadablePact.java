package io.gatewayping.pact;

/** What was given as a pact is none that can be read. */
public final class UnreadablePact extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadablePact(String source, String reason) {
        super(source + ": " + reason);
    }
}
