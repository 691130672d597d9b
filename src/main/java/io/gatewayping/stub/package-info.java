/** Our scripted provider: the contract's examples, the state-change URL, and an HTTP server that can answer wrongly. */
@NullMarked
package io.gatewayping.stub;

import org.jspecify.annotations.NullMarked;
