package io.gatewayping.counterexample;

import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Key;

/**
 * What a provider is asked.
 *
 * @param key the task
 * @param credential what the request carries to prove who sent it
 * @param token the token as it was presented, empty when none was
 * @param earlierReads how many requests for this key came before
 * @param earlierRequests how many requests came before, whatever they asked for
 */
public record Asked(Key key, Credential credential, String token, int earlierReads, int earlierRequests) {}
