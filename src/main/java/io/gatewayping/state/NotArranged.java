package io.gatewayping.state;

import java.net.URI;

/** The provider could not be brought into a state, or out of it. */
public final class NotArranged extends Exception {

    private static final long serialVersionUID = 1L;

    NotArranged(URI stateUrl, String state, String action, String answer) {
        super("the " + action + " of the state '" + state + "' at " + stateUrl + " failed: " + answer);
    }
}
