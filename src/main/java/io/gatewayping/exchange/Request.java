package io.gatewayping.exchange;

import java.net.URI;
import java.util.Map;

/**
 * A request as it was sent, without its secrets.
 *
 * @param method the HTTP method
 * @param url the whole URL
 * @param key the path parameters
 * @param credential what it carried to prove who sent it
 * @param curl a shell command that sends it again, with the token as {@code $TOKEN}
 * @param headers what else it carried, by name in lower case
 * @param way by which connection it went
 */
public record Request(
        String method,
        URI url,
        Key key,
        Credential credential,
        String curl,
        Map<String, String> headers,
        Call.Way way) {

    /** One by the usual connection. */
    public Request(String method, URI url, Key key, Credential credential, String curl, Map<String, String> headers) {
        this(method, url, key, credential, curl, headers, Call.Way.USUAL);
    }

    /** One that takes what the contract has documented. */
    public Request(String method, URI url, Key key, Credential credential, String curl) {
        this(method, url, key, credential, curl, Map.of("accept", "application/json"));
    }
}
