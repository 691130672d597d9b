package io.gatewayping.state;

import io.gatewayping.exchange.Exchange;
import java.net.URI;
import java.util.List;

/** The provider could not be brought into a state, or out of it. */
public final class NotArranged extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Exchange> seen;

    NotArranged(URI stateUrl, String state, String action, String answer) {
        this("the " + action + " of the state '" + state + "' at " + stateUrl + " failed: " + answer, List.of());
    }

    NotArranged(String why, List<Exchange> seen) {
        super(why);
        this.seen = List.copyOf(seen);
    }

    /** What was exchanged until it failed; it is judged all the same. */
    public List<Exchange> seen() {
        return seen;
    }
}
