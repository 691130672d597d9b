/** Our scripted provider: the contract's examples as WireMock scenarios, and the state-change URL. */
@NullMarked
package io.gatewayping.stub;

import org.jspecify.annotations.NullMarked;
