package io.gatewayping.pattern;

/** Whether a text meets a pattern would take too long to tell: patterns take linear time, but parts times characters of it. */
public final class NotMatched extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotMatched(int parts, int characters) {
        super(
                "a pattern of " + parts + " parts is not tried on a text of " + characters
                        + " characters, which would take too long; make the pattern smaller",
                null,
                false,
                false);
    }
}
