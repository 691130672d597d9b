package io.gatewayping.contract;

/** What a rule says of what it is judged on. */
public enum Ruling {
    /** It does not apply. */
    SILENT,
    /** It applies and holds. */
    HOLDS,
    /** It applies and does not hold. */
    BROKEN
}
