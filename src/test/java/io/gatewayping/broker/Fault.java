package io.gatewayping.broker;

/** What can go wrong with a broker. */
public enum Fault {
    /** 401, whatever the credential. */
    UNAUTHORIZED,
    /** 403. */
    FORBIDDEN,
    /** 404. */
    NOT_FOUND,
    /** 409 with the recorded notices. */
    CONFLICT,
    /** 400 with errors. */
    INVALID,
    /** 500. */
    BROKEN,
    /** 503. */
    UNAVAILABLE,
    /** Nothing is ever answered; the connection is let go when the double is closed. */
    SILENCE,
    /** The connection is reset instead of an answer. */
    RESET,
    /** 200 with a page for people, as a portal in between shows it. */
    HTML,
    /** The answer lacks one relation or more in all of its {@code _links}. */
    MISSING_LINK,
    /** The JSON of the answer ends half-way. */
    TRUNCATED,
    /** 302 to another origin. */
    REDIRECT,
    /** All links of the answer lead to another origin. */
    LINKS_ELSEWHERE,
    /** {@code /matrix} cannot tell. */
    MATRIX_UNKNOWN,
    /** {@code /matrix} says yes and has no result to show for it. */
    MATRIX_YES_WITHOUT_RESULTS
}
