/** What is sent and what comes back: requests by plain sockets, answers read strictly, recorded bounded and without their secrets. */
@NullMarked
package io.gatewayping.exchange;

import org.jspecify.annotations.NullMarked;
