package io.gatewayping.exchange;

/** When requests may be sent, and how many. */
public interface Pace {

    /** As fast as one likes, each request once. */
    Pace FREE = new Pace() {
        @Override
        public void turn() {}
    };

    /**
     * Waits until the next request may be sent.
     *
     * @throws Spent when there is no next one
     */
    void turn() throws InterruptedException, Spent;

    /** Looks at an answer for what it says of the requests to come. */
    default void answered(Response response) {}

    /** How often a request is sent at most while the connection fails. */
    default int attempts() {
        return 1;
    }

    /** No more requests are sent. */
    final class Spent extends Exception {
        private static final long serialVersionUID = 1L;

        Spent(String why) {
            super(why);
        }
    }
}
