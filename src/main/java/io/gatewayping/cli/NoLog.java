package io.gatewayping.cli;

/**
 * The configuration of the JDK's logging: there is none. What libraries log is nothing that a user could act on, and they log
 * stack traces. The JDK makes one of these when something is logged first.
 */
public final class NoLog {

    /** Configures nothing. */
    public NoLog() {}
}
