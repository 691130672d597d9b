package io.gatewayping.state;

import io.gatewayping.contract.KeyForm;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Key;
import java.util.List;
import java.util.random.RandomGenerator;

/** Arranges by the provider's state-change URL: every state, each for a fresh key. */
public final class ByStateUrl implements Arranging {

    private final KeyForm keys;
    private final ProviderStates states;

    /** Arranges keys of this form. */
    public ByStateUrl(KeyForm keys, ProviderStates states) {
        this.keys = keys;
        this.states = states;
    }

    @Override
    public Arranged arrange(ServedState state, RandomGenerator random) throws NotArranged {
        Key key = keys.fresh(random);
        Key other = state.otherOwner() == null ? null : keys.underAnotherOwner(key, random);
        ProviderState change = new ProviderState(state.name(), keys.params(key, other));
        states.setUp(change);
        return new Arranged(
                state.name(), key, other, state.otherOwner(), List.of(), false, List.of(states.curl(change)));
    }

    @Override
    public void release(Arranged arranged) throws NotArranged {
        states.tearDown(new ProviderState(arranged.state(), keys.params(arranged.key(), arranged.other())));
    }

    @Override
    public Key unarranged(RandomGenerator random) {
        return keys.fresh(random);
    }
}
