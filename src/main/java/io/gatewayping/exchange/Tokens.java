package io.gatewayping.exchange;

import java.util.stream.Stream;

/**
 * The tokens that a provider knows.
 *
 * @param valid lets in
 * @param expired did so once; empty when none is known
 */
public record Tokens(String valid, String expired) {

    /** With no expired one. */
    public static Tokens of(String valid) {
        return new Tokens(valid, "");
    }

    /** With an expired one that nobody ever issued, for a provider of our own. */
    public static Tokens ofOurOwn(String valid) {
        return new Tokens(
                valid, new StringBuilder(valid).reverse().append("-of-old").toString());
    }

    /** Those that are there. */
    Stream<String> secrets() {
        return Stream.of(valid, expired).filter(token -> !token.isEmpty());
    }
}
