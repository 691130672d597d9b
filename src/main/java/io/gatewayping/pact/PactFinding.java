package io.gatewayping.pact;

import io.gatewayping.judge.Finding;

/**
 * One thing that is wrong with a pact.
 *
 * @param pact where the pact comes from
 * @param interaction the interaction that it is wrong with, in words; empty for the whole pact
 * @param finding what is wrong
 */
public record PactFinding(String pact, String interaction, Finding finding) {}
