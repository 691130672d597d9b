package io.gatewayping.broker;

import java.util.List;

/**
 * What the broker said to a pact that it took.
 *
 * @param link where the pact can be seen, empty when the broker does not say
 * @param notices what the broker has to say of it
 */
public record Published(String link, List<String> notices) {}
