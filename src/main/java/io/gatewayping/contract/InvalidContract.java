package io.gatewayping.contract;

import io.gatewayping.exchange.Excerpt;

/** The contract cannot be used. */
public final class InvalidContract extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LENGTH = 600;

    /**
     * One line that says what is wrong.
     *
     * @param file the document
     * @param place a JSON Pointer or a line in it
     * @param reason what is wrong there
     */
    InvalidContract(String file, String place, String reason) {
        this(file + ": " + Excerpt.of(place, LENGTH), reason);
    }

    /** The same of the whole document. */
    InvalidContract(String file, String reason) {
        super(file + ": " + Excerpt.of(reason.strip().replaceAll("\\s*[\\r\\n]+\\s*", " "), LENGTH));
    }
}
