package io.gatewayping.exchange;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be sent.
 *
 * @param method the HTTP method
 * @param target path and query of the request, below the base URL
 * @param headers what it carries beside the credential
 * @param key what the path names
 * @param credential what it carries to prove who sends it
 * @param alone whether it has a connection of its own; a wrong credential always has
 */
public record Call(
        String method, String target, Map<String, String> headers, Key key, Credential credential, boolean alone) {

    /** A read of what the contract has documented. */
    public static Call get(String target, Map<String, String> demanded, Key key, Credential credential) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "application/json"));
        headers.putAll(demanded);
        return new Call("GET", target, headers, key, credential, false);
    }

    /** The same by another method. */
    public Call by(String another) {
        return new Call(another, target, headers, key, credential, alone);
    }

    /** The same with another header, or another value of one. */
    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, target, more, key, credential, alone);
    }

    /** The same on a connection of its own. */
    public Call onItsOwn() {
        return new Call(method, target, headers, key, credential, true);
    }
}
