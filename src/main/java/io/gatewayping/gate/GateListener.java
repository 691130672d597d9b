package io.gatewayping.gate;

/** Hears of a run as it goes on. Called by one thread at a time. */
public interface GateListener {

    /** A task is being polled to its end. */
    default void polled(ScenarioName scenario, int polls) {}

    /** A scenario has ended. */
    default void scenarioEnded(ScenarioResult scenario) {}

    /** The run has ended. */
    default void runEnded(RunResult run) {}
}
