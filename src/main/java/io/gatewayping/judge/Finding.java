package io.gatewayping.judge;

/**
 * One clause broken once.
 *
 * @param clause the id of the clause
 * @param place where in the response: a JSON Pointer into the body, {@code status}, or {@code header Name}
 * @param expected what the clause demands, in words
 * @param actual what was there, escaped and cut
 * @param curl a shell command that shows it again, with the token as {@code $TOKEN}
 */
public record Finding(String clause, String place, String expected, String actual, String curl) {}
