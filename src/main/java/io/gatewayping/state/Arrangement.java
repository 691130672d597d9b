package io.gatewayping.state;

import java.util.Map;

/**
 * How a provider was brought into a state, so that it can be again.
 *
 * @param state as the contract spells it
 * @param params what names the task
 * @param command a shell command that does it
 */
public record Arrangement(String state, Map<String, ?> params, String command) {}
