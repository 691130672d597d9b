/** The proof that every clause is seen to fail: the gate, run against a provider for each counterexample. */
@NullMarked
package io.gatewayping.proof;

import org.jspecify.annotations.NullMarked;
