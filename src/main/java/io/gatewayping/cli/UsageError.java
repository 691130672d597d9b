package io.gatewayping.cli;

/** The user asked for something that cannot be done as asked; the message says what to do. */
final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageError(String message) {
        super(message);
    }
}
