package io.gatewayping.gate;

/** The answer to: does this provider keep the contract? */
public enum Verdict {
    /** Every scenario was judged and no clause was broken. */
    CONFORMS(0),
    /** At least one clause was broken. */
    DOES_NOT_CONFORM(1),
    /** No clause was seen to break, but not everything could be judged. */
    INCONCLUSIVE(3);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** What the process exits with. */
    public int exitCode() {
        return exitCode;
    }
}
