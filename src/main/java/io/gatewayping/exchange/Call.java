package io.gatewayping.exchange;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What is to be sent.
 *
 * @param method the HTTP method
 * @param target path and query of the request, below the base URL
 * @param headers what it carries beside the credential
 * @param key what the path names
 * @param credential what it carries to prove who sends it
 * @param way by which connection it goes
 */
public record Call(String method, String target, Map<String, String> headers, Key key, Credential credential, Way way) {

    /** A connection. */
    public enum Way {
        /** One that is kept; for a wrong credential, one of its own. */
        USUAL,
        /** One of its own, whatever it carries. */
        OF_ITS_OWN,
        /** One that is kept, whatever it carries: one that has carried the valid token, as far as there is one. */
        KEPT;

        /** The way that is named so. */
        public static Way named(String words) {
            return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }

        /** Its name in words. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** A read of what the contract has documented. */
    public static Call get(String target, Map<String, String> demanded, Key key, Credential credential) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "application/json"));
        headers.putAll(demanded);
        return new Call("GET", target, headers, key, credential, Way.USUAL);
    }

    /** The same by another method. */
    public Call by(String another) {
        return new Call(another, target, headers, key, credential, way);
    }

    /** The same with another header, or another value of one. */
    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, target, more, key, credential, way);
    }

    /** The same on a connection of its own. */
    public Call onItsOwn() {
        return new Call(method, target, headers, key, credential, Way.OF_ITS_OWN);
    }

    /** The same on a connection that has carried the valid token. */
    public Call onAKeptOne() {
        return new Call(method, target, headers, key, credential, Way.KEPT);
    }

    /** The same with another credential, as usual. */
    Call as(Credential another) {
        return new Call(method, target, headers, key, another, Way.USUAL);
    }

    /** Whether no request goes before it on its connection, and none comes behind. */
    boolean isAlone() {
        return way == Way.OF_ITS_OWN || (way == Way.USUAL && credential != Credential.VALID_TOKEN);
    }
}
