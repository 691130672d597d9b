package io.gatewayping.pact;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.ProviderState;
import io.gatewayping.exchange.Excerpt;
import java.util.stream.Collectors;

/** What an interaction is called, fit to be shown: descriptions alone are not unique. */
final class InteractionName {

    private InteractionName() {}

    static String of(Interaction interaction) {
        String states = interaction.getProviderStates().stream()
                .map(ProviderState::getName)
                .collect(Collectors.joining(", "));
        return Excerpt.of(interaction.getDescription() + (states.isEmpty() ? "" : " (" + states + ")"));
    }
}
