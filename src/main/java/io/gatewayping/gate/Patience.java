package io.gatewayping.gate;

/**
 * How long a provider that does not answer is asked on. Every request that is not answered in time keeps a scenario from
 * being judged; after a handful of them, all that more requests would bring is a longer wait.
 */
public final class Patience {

    /** As many as are under way at the same time, so that a silent provider costs one timeout and not two. */
    private static final int UNANSWERED = Features.THREADS;

    private Patience() {}

    /** Whether so many requests were left unanswered that no more is sent. */
    public static boolean isAtAnEnd(int unanswered) {
        return unanswered >= UNANSWERED;
    }

    /** Why a scenario is not run, or not to its end. */
    public static String words() {
        return "not run, since the provider left " + UNANSWERED + " requests unanswered";
    }
}
