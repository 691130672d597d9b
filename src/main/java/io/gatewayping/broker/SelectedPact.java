package io.gatewayping.broker;

import io.gatewayping.pact.PactDocument;
import java.util.List;
import java.util.Map;

/**
 * A pact that the broker wants to be verified.
 *
 * @param document the pact
 * @param pending whether a failure is the consumer's to mend: it does not fail the provider's build
 * @param why the broker selected it, in its words
 * @param links of the pact, by relation, as the broker gave them
 */
public record SelectedPact(PactDocument document, boolean pending, List<String> why, Map<String, ?> links) {}
