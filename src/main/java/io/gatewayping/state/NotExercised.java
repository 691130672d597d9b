package io.gatewayping.state;

/** Nothing can bring a state about here. */
public final class NotExercised extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * For a reason.
     *
     * @param reason in words, with what would help
     */
    public NotExercised(String reason) {
        super(reason);
    }
}
