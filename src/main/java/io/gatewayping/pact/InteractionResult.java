package io.gatewayping.pact;

import io.gatewayping.gate.Verdict;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What became of one interaction.
 *
 * @param name what it is called
 * @param id the broker's id of it, or null when it does not come from a broker
 * @param pending whether the pact says that it may be broken yet
 * @param verdict whether the provider keeps it; inconclusive when there is no answer that could be matched
 * @param details each mismatch, or why it was not run
 */
public record InteractionResult(
        String name, @Nullable String id, boolean pending, Verdict verdict, List<String> details) {

    InteractionResult shown(UnaryOperator<String> shown) {
        return new InteractionResult(
                shown.apply(name),
                id,
                pending,
                verdict,
                details.stream().map(shown).toList());
    }
}
