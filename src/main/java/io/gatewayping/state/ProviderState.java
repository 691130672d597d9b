package io.gatewayping.state;

import java.util.Map;

/**
 * A provider state of one key.
 *
 * @param name as the contract spells it
 * @param params what names the key, as the state-change URL takes it
 */
public record ProviderState(String name, Map<String, ?> params) {}
