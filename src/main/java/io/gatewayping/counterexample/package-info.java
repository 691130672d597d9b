/** From clauses to counterexamples: every way of answering that is known to break a clause, or that must not. */
@NullMarked
package io.gatewayping.counterexample;

import org.jspecify.annotations.NullMarked;
