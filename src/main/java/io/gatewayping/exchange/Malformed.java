package io.gatewayping.exchange;

/**
 * What of an answer is no HTTP.
 *
 * @param place where in the message, as {@code status line} or {@code header Content-Length}
 * @param expected what RFC 9112 demands there, in words
 * @param actual what was there, without secrets, escaped and cut
 */
public record Malformed(String place, String expected, String actual) {

    /** All of it in one line. */
    public String words() {
        return "the answer is no HTTP message: at the " + place + " expected " + expected + ", actual " + actual;
    }
}
