package io.gatewayping.stub;

/** A request that is no HTTP, or more of it than is read: nobody can tell where the next one would begin. */
final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    Rejected(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
