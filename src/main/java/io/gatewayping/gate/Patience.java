package io.gatewayping.gate;

import io.gatewayping.exchange.Sender;

/**
 * How long a provider that does not answer is asked on. Every request that is not answered in time keeps a scenario from
 * being judged; after a handful of them, all that more requests would bring is a longer wait.
 */
final class Patience {

    /** As many as are under way at the same time, so that a silent provider costs one timeout and not two. */
    private static final int UNANSWERED = Features.THREADS;

    private Patience() {}

    /** Whether so many requests were left unanswered that no more is sent. */
    static boolean isAtAnEndWith(Sender sender) {
        return sender.unanswered() >= UNANSWERED;
    }

    /** Why a scenario is not run, or not to its end. */
    static String words() {
        return "not run, since the provider left " + UNANSWERED + " requests unanswered";
    }
}
