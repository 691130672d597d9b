/** A Pact Broker: publishes pacts to it, reads pacts and answers from it, tells it results and deployments. */
@NullMarked
package io.gatewayping.broker;

import org.jspecify.annotations.NullMarked;
