package io.gatewayping.broker;

/** The broker did not do what it was asked for; the message says what it was and what it answered. */
public final class BrokerFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    private BrokerFault(String message, boolean refused) {
        super(message);
        this.refused = refused;
    }

    /** The broker understood the request and says no. */
    static BrokerFault refusal(String message) {
        return new BrokerFault(message, true);
    }

    /** Nobody knows whether the broker would say yes or no. */
    static BrokerFault trouble(String message) {
        return new BrokerFault(message, false);
    }

    /** Whether the broker understood the request and says no. */
    public boolean isRefusal() {
        return refused;
    }
}
