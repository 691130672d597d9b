package io.gatewayping.cli;

import io.gatewayping.gate.Verdict;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When the user ends a run by Ctrl-C, it ends with the reports of what was seen; inconclusive, where it cannot come so far. */
final class Interruption implements AutoCloseable {

    private static final long REPORTS_IN_SECONDS = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private volatile int exitCode = Verdict.INCONCLUSIVE.exitCode();
    private volatile Runnable clean = () -> {};

    private Interruption(Runnable stop) {
        hook = new Thread(() -> {
            stop.run();
            try {
                boolean unused = done.await(REPORTS_IN_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            clean.run();
            Runtime.getRuntime().halt(Main.firstExitCode() + exitCode);
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Watches over a run, from before it has anything to leave behind.
     *
     * @param stop tells it to come to its end
     */
    static Interruption of(Runnable stop) {
        return new Interruption(stop);
    }

    /** What is left to do when the run has come to its end, or has not for a long while. */
    void cleansUp(Runnable left) {
        clean = left;
    }

    /**
     * The run has come to its end, with all its reports.
     *
     * @return its exit code, as given
     */
    int ended(int code) {
        exitCode = code;
        return code;
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends: the hook knows that it may.
        }
    }
}
