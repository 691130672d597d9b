package io.gatewayping.access;

/** There is no token. */
public final class NoToken extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    NoToken(String why, boolean refused) {
        super(why);
        this.refused = refused;
    }

    /** Whether the client is not let in as it is configured; else, nobody knows whether it would be. */
    public boolean isRefused() {
        return refused;
    }
}
