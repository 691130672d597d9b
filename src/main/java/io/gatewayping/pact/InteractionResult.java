package io.gatewayping.pact;

import io.gatewayping.gate.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one interaction.
 *
 * @param name what it is called
 * @param id the broker's id of it, or null when it does not come from a broker
 * @param verdict whether the provider keeps it; inconclusive when there is no answer that could be matched
 * @param details each mismatch, or why it was not run
 */
public record InteractionResult(String name, @Nullable String id, Verdict verdict, List<String> details) {}
