package io.gatewayping.hostile;

import java.io.IOException;

/** What a provider does when it is asked. */
@FunctionalInterface
interface Answering {

    /** Answers, or does something else. The connection is asked again unless it was closed. */
    void answer(Call call) throws IOException;

    /** Misbehaves whenever a ping test is read. */
    static Answering reads(Answering bad) {
        return readsAfter(0, bad);
    }

    /** Misbehaves when a ping test is read, but for the first times. */
    static Answering readsAfter(int good, Answering bad) {
        return call -> {
            if (call.isRead() && call.number() > good) {
                bad.answer(call);
            } else {
                HonestAnswers.of(call);
            }
        };
    }

    /** Misbehaves when a state is changed, but for the first times. */
    static Answering stateChangesAfter(int good, Answering bad) {
        return call -> {
            if (call.isStateChange() && call.number() > good) {
                bad.answer(call);
            } else {
                HonestAnswers.of(call);
            }
        };
    }
}
