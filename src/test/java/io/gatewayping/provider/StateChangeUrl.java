package io.gatewayping.provider;

import au.com.dius.pact.provider.DefaultStateChange;
import au.com.dius.pact.provider.HttpClientFactory;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.HashMap;

/** The provider's state-change URL, called by Pact's own verifier: Pact's JUnit extension knows only {@code @State} methods. */
final class StateChangeUrl {

    private final ProviderVerifier verifier = new ProviderVerifier();
    private final ProviderInfo provider;
    private final ProviderClient client;

    StateChangeUrl(String providerName, URI url) throws MalformedURLException {
        provider = new ProviderInfo(providerName);
        provider.setStateChangeUrl(url.toURL());
        provider.setStateChangeTeardown(true);
        client = new ProviderClient(provider, new HttpClientFactory());
    }

    /** Brings the provider into the states of an interaction, or throws. */
    void setUp(PactVerificationContext context) {
        DefaultStateChange.INSTANCE
                .executeStateChange(
                        verifier,
                        provider,
                        context.getConsumer(),
                        context.getInteraction(),
                        context.getInteraction().getDescription(),
                        new HashMap<>(),
                        client)
                .getStateChangeResult()
                .unwrap();
    }

    void tearDown(PactVerificationContext context) {
        DefaultStateChange.INSTANCE.executeStateChangeTeardown(
                verifier, context.getInteraction(), provider, context.getConsumer(), client);
    }
}
