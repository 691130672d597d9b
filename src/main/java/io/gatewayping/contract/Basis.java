package io.gatewayping.contract;

import java.util.Locale;

/** How sure an obligation is. */
public enum Basis {
    /** The vendor says or shows it. */
    DOCUMENTED,
    /** It follows from what is documented. */
    DERIVED,
    /** It is what any provider of such an operation does. */
    INFERRED;

    /** As the contract spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
