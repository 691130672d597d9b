package io.gatewayping.counterexample;

import io.gatewayping.contract.Equivalent;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A way of answering that breaks one clause and keeps all that it can of the others, or that was meant to and breaks
 * nothing.
 *
 * @param clause the id of the clause
 * @param mutation what is done to the answers, by the name that the contract's {@code x-equivalents} use
 * @param on where it is done, and what is there then; empty when the mutation says all
 * @param operation the operation whose answers it changes
 * @param answer what is answered in the place of honest answers
 * @param written how that is written as a message, each character for one byte, or null when any server may write it
 * @param breaks whether it breaks the clause; one that does not is equivalent to the honest answer
 * @param shows what shows it
 */
public record Counterexample(
        String clause,
        String mutation,
        String on,
        Operation operation,
        Answer answer,
        @Nullable Function<Response, String> written,
        boolean breaks,
        Shows shows) {

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

    /** One whose answers are messages as any server would write them. */
    Counterexample(
            String clause,
            String mutation,
            String on,
            Operation operation,
            Answer answer,
            boolean breaks,
            Shows shows) {
        this(clause, mutation, on, operation, answer, null, breaks, shows);
    }

    /** Answers that are to break nothing. */
    public static Counterexample harmless(String what, Operation operation, Answer answer) {
        return new Counterexample("", what, "", operation, answer, false);
    }

    /** What is wrong with it, in words. */
    public String what() {
        return on.isEmpty() ? mutation : mutation + ": " + on;
    }

    /** Whether the contract speaks of it as one that breaks nothing. */
    public boolean isNamedBy(Equivalent equivalent) {
        return equivalent.names(clause, mutation);
    }

    /** Whether a server may write this answer in its own way. */
    public boolean isOrdinary(Response answered) {
        return written == null && answered.aside().equals(Response.Aside.NOTHING);
    }

    /** The bytes of an answer. */
    public byte[] message(Response answered) {
        String message = written == null ? Messages.of(answered) : written.apply(answered);
        return message.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What is answered in the place of an honest answer. */
    @FunctionalInterface
    public interface Answer {

        /** The dishonest answer, or nothing where the honest one stays. */
        Optional<Response> insteadOf(Response honest, Asked asked);
    }
}
