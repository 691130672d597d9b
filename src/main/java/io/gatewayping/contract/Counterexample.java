package io.gatewayping.contract;

import io.gatewayping.exchange.Response;
import java.util.Optional;

/**
 * A way of answering that breaks one clause and keeps all that it can of the others.
 *
 * @param clause the id of the clause
 * @param what what is wrong with it, in words
 * @param operation the operation whose answers it changes
 * @param answer what is answered in the place of honest answers
 */
public record Counterexample(String clause, String what, Operation operation, Answer answer) {

    /** What is answered in the place of an honest answer. */
    @FunctionalInterface
    public interface Answer {

        /** The dishonest answer, or nothing where the honest one stays. */
        Optional<Response> insteadOf(Response honest, Asked asked);
    }
}
