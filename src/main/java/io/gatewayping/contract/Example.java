package io.gatewayping.contract;

import tools.jackson.databind.JsonNode;

/**
 * A named example of a response.
 *
 * @param name unique in the contract
 * @param status the HTTP status code that it comes with
 * @param body the JSON body
 */
public record Example(String name, int status, JsonNode body) {}
