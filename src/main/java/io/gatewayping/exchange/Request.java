package io.gatewayping.exchange;

import java.net.URI;

/**
 * A request as it was sent, without its secrets.
 *
 * @param method the HTTP method
 * @param url the whole URL
 * @param key the path parameters
 * @param credential what it carried to prove who sent it
 * @param curl a shell command that sends it again, with the token as {@code $TOKEN}
 */
public record Request(String method, URI url, Key key, Credential credential, String curl) {}
