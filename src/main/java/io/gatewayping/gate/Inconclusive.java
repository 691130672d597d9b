package io.gatewayping.gate;

/** A scenario cannot go on: there is nothing to judge by. */
final class Inconclusive extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Inconclusive(String reason) {
        super("INCONCLUSIVE: " + reason);
    }
}
