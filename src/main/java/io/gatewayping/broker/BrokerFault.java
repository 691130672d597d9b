package io.gatewayping.broker;

/** The broker did not do what it was asked for; the message says what it was and what it answered. */
public final class BrokerFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** What a fault says of the broker. */
    private enum Kind {
        REFUSAL,
        TROUBLE,
        PASSING
    }

    private final Kind kind;
    private final int status;

    private BrokerFault(String message, Kind kind, int status) {
        super(message);
        this.kind = kind;
        this.status = status;
    }

    /** The broker understood the request and says no. */
    static BrokerFault refusal(String message) {
        return new BrokerFault(message, Kind.REFUSAL, 0);
    }

    /** Nobody knows whether the broker would say yes or no. */
    static BrokerFault trouble(String message) {
        return new BrokerFault(message, Kind.TROUBLE, 0);
    }

    /** Nor does anybody here, but it may be known in a while. */
    static BrokerFault passing(String message) {
        return new BrokerFault(message, Kind.PASSING, 0);
    }

    /** The same, known to come from an answer with this status. */
    BrokerFault with(int answered) {
        return new BrokerFault(String.valueOf(getMessage()), kind, answered);
    }

    /** The same where what the broker says no to is not what was asked about. */
    public BrokerFault ofUnknownOutcome() {
        return new BrokerFault(String.valueOf(getMessage()), isRefusal() ? Kind.TROUBLE : kind, status);
    }

    /** The status of the answer that it comes from, or 0. */
    int status() {
        return status;
    }

    /** Whether the broker understood the request and says no. */
    public boolean isRefusal() {
        return kind == Kind.REFUSAL;
    }

    /** Whether it may pass by itself: nobody listened, an answer was not there in time, or was 5xx. */
    public boolean isPassing() {
        return kind == Kind.PASSING;
    }
}
