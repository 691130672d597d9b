package io.gatewayping.pact;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.KeyForm;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Key;
import io.gatewayping.judge.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider state that an interaction arranges for the task that it reads.
 *
 * @param name as the contract spells it; that of keys that nobody arranged when the interaction arranges another key
 * @param findings what is wrong with the states that the interaction names
 */
record ArrangedState(String name, List<Finding> findings) {

    static ArrangedState of(V4Interaction.SynchronousHttp interaction, Contract contract, @Nullable Key read) {
        String name = contract.unarranged().name();
        List<Finding> findings = new ArrayList<>();
        for (ProviderState state : interaction.getProviderStates()) {
            String stateName = String.valueOf(state.getName());
            Optional<ServedState> served = contract.state(stateName);
            if (served.isEmpty()) {
                findings.add(finding("x-provider-states", "a state of the contract", stateName));
                continue;
            }
            String since = state.getParams().isEmpty() ? ", as pacts hold them from version 3 on" : "";
            List<String> missing = missing(contract, state, served.get());
            missing.forEach(param -> findings.add(
                    finding(served.get().clause(), "params with " + param + since, String.valueOf(state.getParams()))));
            // Of whose task it is, nothing is said that could be held against the answer.
            name = missing.isEmpty()
                    ? Objects.requireNonNullElse(stateOf(contract.keys(), read, state, served.get()), name)
                    : served.get().name();
        }
        return new ArrangedState(name, findings);
    }

    private static List<String> missing(Contract contract, ProviderState state, ServedState served) {
        return contract.keys().paramNames(served.otherOwner() != null).stream()
                .filter(param -> said(contract.keys(), state, param).isEmpty())
                .toList();
    }

    /** The state that a key is in, or null when the arrangement is one of another key. */
    private static @Nullable String stateOf(KeyForm keys, @Nullable Key read, ProviderState state, ServedState served) {
        if (keys.named(name -> said(keys, state, name)).equals(read)) {
            return served.name();
        }
        return keys.namedUnderAnotherOwner(name -> said(keys, state, name)).equals(read) ? served.otherOwner() : null;
    }

    private static String said(KeyForm keys, ProviderState state, String param) {
        return keys.said(param, state.getParams().get(param));
    }

    private static Finding finding(String clause, String expected, String actual) {
        return Finding.expecting(clause, "providerStates", expected, Excerpt.of(actual), null);
    }
}
