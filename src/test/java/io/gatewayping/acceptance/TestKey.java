package io.gatewayping.acceptance;

/**
 * What names one ping test to the provider.
 *
 * @param serialNumber of the gateway
 * @param taskId of the task
 */
record TestKey(String serialNumber, String taskId) {}
