package io.gatewayping.state;

import io.gatewayping.contract.KeyForm;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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
    public Arranged arrange(ServedState state, @Nullable Key beside, RandomGenerator random) throws NotArranged {
        Key key = beside == null ? keys.fresh(random) : keys.withAnotherId(beside, random);
        Key other = state.otherOwner() == null ? null : keys.underAnotherOwner(key, random);
        return arrange(new ProviderState(state.name(), keys.params(key, other)), key, other, state.otherOwner());
    }

    /**
     * Brings the task that these parameters name into a state.
     *
     * @throws NotArranged when the provider did not answer 2xx
     */
    public Arranged arrange(ServedState state, Map<String, String> params) throws NotArranged {
        UnaryOperator<String> param = name -> params.getOrDefault(name, "");
        Key other = state.otherOwner() == null ? null : keys.namedUnderAnotherOwner(param);
        return arrange(new ProviderState(state.name(), params), keys.named(param), other, state.otherOwner());
    }

    private Arranged arrange(ProviderState change, Key key, @Nullable Key other, @Nullable String elsewhere)
            throws NotArranged {
        states.setUp(change);
        Arrangement again = new Arrangement(change.name(), change.params(), states.curl(change));
        return new Arranged(change.name(), key, other, elsewhere, List.of(), false, List.of(again));
    }

    @Override
    public void release(Arranged arranged) throws NotArranged {
        states.tearDown(new ProviderState(arranged.state(), keys.params(arranged.key(), arranged.other())));
    }

    @Override
    public Key unarranged(RandomGenerator random) {
        return keys.fresh(random);
    }

    @Override
    public Optional<String> end() {
        return states.stopped();
    }

    @Override
    public Optional<String> trouble() {
        return states.stopped();
    }
}
