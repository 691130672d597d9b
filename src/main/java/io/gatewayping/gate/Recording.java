package io.gatewayping.gate;

import io.gatewayping.exchange.Call;
import io.gatewayping.exchange.Credential;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an earlier run sent that showed a finding.
 *
 * @param finding which one
 * @param page where it was made: the location of a scenario and its name
 * @param states what was brought about before
 * @param sent the requests, in order
 */
public record Recording(Found finding, Page page, List<State> states, List<Sent> sent) {

    /**
     * A finding of that run.
     *
     * @param clause the id of the clause
     * @param place where in the response, empty for the whole of it
     * @param wrong what was wrong, in words
     */
    public record Found(String clause, String place, String wrong) {

        /** All of it in one line. */
        public String words() {
            return clause + (place.isEmpty() ? "" : " at " + place) + ": " + wrong;
        }
    }

    /** Where exchanges belong. */
    public record Page(String id, String title) {}

    /** A provider state and what names its task. */
    public record State(String name, Map<String, String> params) {}

    /**
     * One request.
     *
     * @param headers what it carried beside the credential
     * @param way by which connection it went
     * @param start when it was sent
     */
    public record Sent(
            String method, URI url, Map<String, String> headers, Credential credential, Call.Way way, Instant start) {}
}
