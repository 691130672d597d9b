package io.gatewayping.state;

/** The provider could not be brought into a state, or out of it. */
public final class NotArranged extends Exception {

    private static final long serialVersionUID = 1L;

    NotArranged(String state, String action, String answer) {
        super("the " + action + " of the state '" + state + "' failed: " + answer);
    }
}
