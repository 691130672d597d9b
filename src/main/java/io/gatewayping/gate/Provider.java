package io.gatewayping.gate;

import io.gatewayping.exchange.Poller;
import io.gatewayping.exchange.Sender;
import io.gatewayping.state.Arranging;

/**
 * The provider under test, as scenarios reach it.
 *
 * @param sender sends requests to it
 * @param arranging brings it into states
 * @param poller reads it again and again
 */
public record Provider(Sender sender, Arranging arranging, Poller poller) {}
