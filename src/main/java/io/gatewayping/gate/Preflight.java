package io.gatewayping.gate;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import io.gatewayping.state.Arranged;
import io.gatewayping.state.NotArranged;
import io.gatewayping.state.NotExercised;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Tells, before the first scenario, whether there is a provider that can be judged at all. */
public final class Preflight {

    private final Contract contract;
    private final Provider provider;
    private final RandomGenerator random;

    /** Looks at this provider. */
    public Preflight(Contract contract, Provider provider, Seed seed) {
        this.contract = contract;
        this.provider = provider;
        this.random = seed.at("before the first scenario");
    }

    /**
     * Arranges two states and reads both.
     *
     * @return why the provider cannot be judged, in words, or nothing when it can
     */
    public Optional<String> obstacle() {
        Exchange first = read(provider.arranging().unarranged(random));
        if (first.failure() != null) {
            return Optional.of(
                    "the provider cannot be reached at " + first.request().url() + ": " + first.failure());
        }
        try {
            provider.arranging().release(provider.arranging().arrange(contract.unarranged(), random));
            // Whoever answers 401 to all that it is asked does not know the token; whoever does so once breaks a
            // clause.
            if (isUnauthorized(first)) {
                return tokenRefused();
            }
        } catch (NotArranged | NotExercised e) {
            return Optional.of("provider states cannot be arranged: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<String> tokenRefused() throws NotArranged, NotExercised {
        Optional<ServedState> readable = contract.states().stream()
                .filter(state ->
                        state.serves().get(0).status() == contract.lifecycle().success())
                .findFirst();
        if (readable.isEmpty()) {
            return Optional.empty();
        }
        Arranged something = provider.arranging().arrange(readable.get(), random);
        Exchange second = read(something.key());
        provider.arranging().release(something);
        return isUnauthorized(second)
                ? Optional.of("the provider refuses the token with 401: it may have expired")
                : Optional.empty();
    }

    private Exchange read(Key key) {
        Operation operation = contract.underTest();
        return provider.sender().get(operation.target(key), operation.headers(), key, Credential.VALID_TOKEN);
    }

    private static boolean isUnauthorized(Exchange exchange) {
        Response response = exchange.response();
        return response != null && response.status() == 401;
    }
}
