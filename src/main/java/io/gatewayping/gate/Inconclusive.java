package io.gatewayping.gate;

/** A scenario cannot go on: there is nothing to judge by. */
final class Inconclusive extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    Inconclusive(String reason) {
        super("INCONCLUSIVE: " + reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
