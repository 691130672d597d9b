package io.gatewayping.counterexample;

import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider is asked, and what it was asked before.
 *
 * @param request what it is
 * @param token the token as it was presented, empty when none was
 * @param state the provider state that the key is in
 * @param elsewhere the same task under another owner, where the state speaks of one
 * @param earlier what was asked before, whatever it was about, in order, with what an honest provider answered
 */
public record Asked(Request request, String token, String state, @Nullable Key elsewhere, List<Answered> earlier) {

    /** What was asked, and the honest answer. */
    public record Answered(Asked asked, Response honest) {}

    /** The task that it is about. */
    public Key key() {
        return request.key();
    }

    /** What the request carries to prove who sent it. */
    public Credential credential() {
        return request.credential();
    }

    /** What was asked about this key before. */
    public List<Answered> earlierOfThisKey() {
        return earlier.stream().filter(it -> it.asked().key().equals(key())).toList();
    }

    /** What was asked about this key before by a client with the valid token. */
    public List<Answered> earlierByItsOwner() {
        return earlierOfThisKey().stream()
                .filter(it -> it.asked().credential() == Credential.VALID_TOKEN)
                .toList();
    }

    /** The request just before this one. */
    public Optional<Answered> last() {
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.get(earlier.size() - 1));
    }

    /** How many requests for this key came before. */
    public int earlierReads() {
        return earlierOfThisKey().size();
    }
}
