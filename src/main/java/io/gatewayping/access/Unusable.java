package io.gatewayping.access;

/** A certificate or a key that cannot be used. */
public final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    Unusable(String why) {
        super(why);
    }
}
