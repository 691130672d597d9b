package io.gatewayping.gate;

/** A feature says something that cannot be run, or would not be. */
public final class InvalidFeature extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses a feature.
     *
     * @param line counted from 1
     */
    InvalidFeature(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
