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
 * @param finds which tests a request finds
 */
record Tampering(
        Map<String, AnswerSpec> answers,
        @Nullable AnswerSpec every,
        Map<String, List<String>> states,
        TokenCheck admits,
        TaskLookup finds) {

    // YAML leaves out what is as it should be.
    Tampering(
            @Nullable Map<String, AnswerSpec> answers,
            @Nullable AnswerSpec every,
            @Nullable Map<String, List<String>> states,
            @Nullable TokenCheck admits,
            @Nullable TaskLookup finds) {
        this.answers = Objects.requireNonNullElse(answers, Map.of());
        this.every = every;
        this.states = Objects.requireNonNullElse(states, Map.of());
        this.admits = Objects.requireNonNullElse(admits, TokenCheck.BEARER_OF_THE_TOKEN);
        this.finds = Objects.requireNonNullElse(finds, TaskLookup.BY_ITS_KEY);
    }
}
