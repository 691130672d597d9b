package io.gatewayping.contract;

import io.gatewayping.exchange.Response;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a task tells how far it is.
 *
 * @param success the HTTP status code of the answer that tells it
 * @param member the member that tells it
 * @param terminal the values of that member after which nothing changes any more
 */
public record Lifecycle(int success, String member, Set<String> terminal) {

    /** What an answer shows, in words: its status code and, on success, the status of the task. */
    public String outcome(int status, @Nullable JsonNode body) {
        String told = body == null || status != success ? "" : body.path(member).asString("");
        return told.isEmpty() ? String.valueOf(status) : status + " " + told;
    }

    /** What a response shows. */
    public String outcome(Response response) {
        return outcome(response.status(), JsonBody.parse(response.body()).value());
    }

    /** Whether a response shows a task that has ended. */
    public boolean isTerminal(Response response) {
        if (response.status() != success) {
            return false;
        }
        JsonNode body = JsonBody.parse(response.body()).value();
        return body != null && terminal.contains(body.path(member).asString(""));
    }

    /** Whether another answer may follow. */
    boolean goesOnAfter(Example example) {
        return example.status() == success
                && !terminal.contains(example.body().path(member).asString(""));
    }

    /** Whether a response shows what an example shows. */
    public boolean shows(Response response, Example example) {
        return response.status() == example.status()
                && (response.status() != success || outcome(response).equals(example.outcome()));
    }
}
