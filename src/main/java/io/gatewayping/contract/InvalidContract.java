package io.gatewayping.contract;

/** The contract cannot be used. */
public final class InvalidContract extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One line that says what is wrong.
     *
     * @param file the document
     * @param place a JSON Pointer or a line in it
     * @param reason what is wrong there
     */
    InvalidContract(String file, String place, String reason) {
        super(file + ": " + place + ": " + reason.replaceAll("\\s*[\\r\\n]+\\s*", " "));
    }
}
