package io.gatewayping.exchange;

/** What came in is no HTTP message. */
final class NotHttp extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String expected;
    private final String actual;

    /**
     * Something is wrong in a place.
     *
     * @param actual as it came in, its secrets included
     */
    NotHttp(String place, String expected, String actual) {
        super(place);
        this.place = place;
        this.expected = expected;
        this.actual = actual;
    }

    Malformed malformed(Redaction redaction) {
        return new Malformed(place, expected, Excerpt.of(redaction.redact(actual)));
    }
}
