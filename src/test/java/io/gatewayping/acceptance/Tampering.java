package io.gatewayping.acceptance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is different about a provider. Every member may be absent.
 *
 * @param answers what is different about an answer, or another answer, by name
 * @param every what is different about every answer
 * @param states the answers of a provider state, poll by poll
 * @param admits whom the token check lets in
 * @param admitsIn the provider states in which others are let in, and tests found by mistake; all of them when there are none
 * @param finds which tests a request finds
 * @param slip what it does wrong from one request to the next
 * @param first the answer to the first request of all, by its name
 * @param malformed the answer to a task id that is no UUID, by its name
 */
record Tampering(
        Map<String, AnswerSpec> answers,
        @Nullable AnswerSpec every,
        Map<String, List<String>> states,
        TokenCheck admits,
        List<String> admitsIn,
        TaskLookup finds,
        Slip slip,
        @Nullable String first,
        @Nullable String malformed) {

    /** What is different about a provider that does as it should. */
    static final Tampering NONE = new Tampering(null, null, null, null, null, null, null, null, null);

    /** What is different about every answer. */
    static Tampering everywhere(AnswerSpec every) {
        return new Tampering(null, every, null, null, null, null, null, null, null);
    }

    /** What is different about one answer, by its name. */
    static Tampering ofAnAnswer(String name, AnswerSpec different) {
        return new Tampering(Map.of(name, different), null, null, null, null, null, null, null, null);
    }

    /** What it does wrong from one request to the next. */
    static Tampering ofItsRequests(Slip slip) {
        return new Tampering(null, null, null, null, null, null, slip, null, null);
    }

    /** A ping test that shows this in the place of its course to completion. */
    static Tampering ofTheCourse(String answer) {
        return new Tampering(
                null,
                null,
                Map.of("a ping test runs to completion", List.of(answer)),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Whether mistakes are made in a provider state. */
    boolean isIn(String state) {
        return admitsIn.isEmpty() || admitsIn.contains(state);
    }

    /** Whether any answer may be different, and not those that have a name or the states that have one alone. */
    boolean isOfTheWhole() {
        return every != null
                || admits != TokenCheck.BEARER_OF_THE_TOKEN
                || finds != TaskLookup.BY_ITS_KEY
                || slip != Slip.NONE
                || first != null
                || malformed != null;
    }

    // YAML leaves out what is as it should be.
    Tampering(
            @Nullable Map<String, AnswerSpec> answers,
            @Nullable AnswerSpec every,
            @Nullable Map<String, List<String>> states,
            @Nullable TokenCheck admits,
            @Nullable List<String> admitsIn,
            @Nullable TaskLookup finds,
            @Nullable Slip slip,
            @Nullable String first,
            @Nullable String malformed) {
        this.answers = Objects.requireNonNullElse(answers, Map.of());
        this.every = every;
        this.states = Objects.requireNonNullElse(states, Map.of());
        this.admits = Objects.requireNonNullElse(admits, TokenCheck.BEARER_OF_THE_TOKEN);
        this.admitsIn = Objects.requireNonNullElse(admitsIn, List.of());
        this.slip = Objects.requireNonNullElse(slip, Slip.NONE);
        this.first = first;
        this.malformed = malformed;
        this.finds = Objects.requireNonNullElse(finds, TaskLookup.BY_ITS_KEY);
    }
}
