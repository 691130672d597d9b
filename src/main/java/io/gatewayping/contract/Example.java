package io.gatewayping.contract;

import tools.jackson.databind.JsonNode;

/**
 * A named example of a response.
 *
 * @param name unique in the contract
 * @param status the HTTP status code that it comes with
 * @param body the JSON body
 * @param outcome what it shows, in words: the status code and, on success, the status of the task
 */
public record Example(String name, int status, JsonNode body, String outcome) {}
