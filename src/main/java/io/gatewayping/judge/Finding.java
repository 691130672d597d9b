package io.gatewayping.judge;

import io.gatewayping.exchange.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One clause broken once.
 *
 * @param clause the id of the clause
 * @param place where in the response: a JSON Pointer into the body, {@code status}, {@code header Name}, or a part of the message
 * @param expected what the clause demands, in words
 * @param actual what was there, escaped and cut
 * @param exchange the exchange that showed it, or null where nothing was exchanged
 */
public record Finding(String clause, String place, String expected, String actual, @Nullable Exchange exchange) {}
