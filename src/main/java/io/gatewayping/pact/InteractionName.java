package io.gatewayping.pact;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.ProviderState;
import java.util.stream.Collectors;

/** What an interaction is called: descriptions alone are not unique. */
final class InteractionName {

    private InteractionName() {}

    static String of(Interaction interaction) {
        String states = interaction.getProviderStates().stream()
                .map(ProviderState::getName)
                .collect(Collectors.joining(", "));
        return interaction.getDescription() + (states.isEmpty() ? "" : " (" + states + ")");
    }
}
