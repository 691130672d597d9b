package io.gatewayping.counterexample;

import io.gatewayping.contract.Equivalent;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Response;
import java.util.Optional;

/**
 * A way of answering that breaks one clause and keeps all that it can of the others, or that was meant to and breaks
 * nothing.
 *
 * @param clause the id of the clause
 * @param mutation what is done to the answers, by the name that the contract's {@code x-equivalents} use
 * @param on where it is done, and what is there then; empty when the mutation says all
 * @param operation the operation whose answers it changes
 * @param answer what is answered in the place of honest answers
 * @param breaks whether it breaks the clause; one that does not is equivalent to the honest answer
 * @param shows what shows it
 */
public record Counterexample(
        String clause, String mutation, String on, Operation operation, Answer answer, boolean breaks, Shows shows) {

    /** What shows that something is wrong. */
    public enum Shows {
        /** One answer, or two that follow each other. */
        ANSWERS,
        /** A sequence of requests that somebody has to think of. */
        BEHAVIOUR,
        /** The first request of all, and no other. */
        FIRST_REQUEST
    }

    /** One that answers show. */
    Counterexample(String clause, String mutation, String on, Operation operation, Answer answer, boolean breaks) {
        this(clause, mutation, on, operation, answer, breaks, Shows.ANSWERS);
    }

    /** What is wrong with it, in words. */
    public String what() {
        return on.isEmpty() ? mutation : mutation + ": " + on;
    }

    /** Whether the contract speaks of it as one that breaks nothing. */
    public boolean isNamedBy(Equivalent equivalent) {
        return equivalent.names(clause, mutation);
    }

    /** What is answered in the place of an honest answer. */
    @FunctionalInterface
    public interface Answer {

        /** The dishonest answer, or nothing where the honest one stays. */
        Optional<Response> insteadOf(Response honest, Asked asked);
    }
}
