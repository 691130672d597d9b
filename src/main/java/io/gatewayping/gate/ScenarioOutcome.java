package io.gatewayping.gate;

/** What came of a scenario. */
public enum ScenarioOutcome {
    /** All of it was judged, and nothing that it claims was broken. */
    CONFORMS,
    /** A clause was broken that it claims. */
    DOES_NOT_CONFORM,
    /** Clauses were broken that it claims, each in a way that its user has accepted. */
    KNOWN,
    /** Nothing that it claims was seen to break, but not all of it could be judged. */
    INCONCLUSIVE,
    /** Nothing could bring about here what it is about. */
    NOT_EXERCISED
}
