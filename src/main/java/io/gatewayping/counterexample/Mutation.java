package io.gatewayping.counterexample;

import tools.jackson.databind.JsonNode;

/**
 * One way to change a value.
 *
 * @param name what it does; several that do the same have one name
 * @param value what is there then
 */
record Mutation(String name, JsonNode value) {}
