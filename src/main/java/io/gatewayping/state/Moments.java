package io.gatewayping.state;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Response;
import java.util.Optional;

/**
 * Answers that tell nothing of a task and all of the moment: the caller is limited, the server fails. On a live deployment
 * they may come at any time, and are right when the contract documents them.
 */
final class Moments {

    /** How often the same is asked while they come. */
    static final int ASKED = 3;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final Contract contract;

    Moments(Contract contract) {
        this.contract = contract;
    }

    /** The state that an answer shows by itself. */
    Optional<String> shown(Exchange exchange) {
        Response response = exchange.response();
        if (response == null || (response.status() != TOO_MANY_REQUESTS && response.status() < SERVER_ERROR)) {
            return Optional.empty();
        }
        return contract.states().stream()
                .filter(state -> state.serves().get(0).status() == response.status())
                .map(state -> state.name())
                .findFirst();
    }
}
