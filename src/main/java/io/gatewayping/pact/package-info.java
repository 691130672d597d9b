/** Pacts: held against the contract before they are published, and verified against a provider. */
@NullMarked
package io.gatewayping.pact;

import org.jspecify.annotations.NullMarked;
