package io.gatewayping.contract;

import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Scheme;

/**
 * Who is let in by an operation.
 *
 * @param scheme how a valid token is carried
 * @param demand whether there has to be one
 */
public record Security(Scheme scheme, Demand demand) {

    /** Whether a token has to be sent. */
    public enum Demand {
        /** Whoever sends no valid token is refused. */
        REQUIRED,
        /** Whoever sends none is let in, whoever sends a wrong one is refused. */
        OPTIONAL,
        /** Nobody is asked. */
        NONE
    }

    /** Whether a request with this credential is let in. */
    public boolean admits(Credential credential) {
        return switch (demand) {
            case NONE -> true;
            case OPTIONAL -> credential == Credential.NO_TOKEN || credential.isValidUnder(scheme);
            case REQUIRED -> credential.isValidUnder(scheme);
        };
    }

    /**
     * Whether a request with this credential is answered with 401. Where a token may be absent, nobody says whether what
     * the scheme does not speak of, as a token in another header, is none or a wrong one.
     */
    public boolean refuses(Credential credential) {
        return switch (demand) {
            case NONE -> false;
            case OPTIONAL -> credential.isCarriedUnder(scheme) && !credential.isValidUnder(scheme);
            case REQUIRED -> !credential.isValidUnder(scheme);
        };
    }
}
