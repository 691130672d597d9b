package io.gatewayping.counterexample;

import io.gatewayping.counterexample.Counterexample.Answer;

/**
 * A way of answering that is legal and unusual.
 *
 * @param what is unusual about it, in words
 * @param answer what is answered in the place of honest answers
 */
public record Oddity(String what, Answer answer) {}
