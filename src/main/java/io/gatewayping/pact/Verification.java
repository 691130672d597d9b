package io.gatewayping.pact;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.HttpCall;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Scheme;
import io.gatewayping.exchange.Transport;
import io.gatewayping.gate.Patience;
import io.gatewayping.gate.Verdict;
import io.gatewayping.state.NotArranged;
import io.gatewayping.state.ProviderStates;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Verifies pacts against a provider: each interaction is sent as its consumer would send it, in the states that it names,
 * and the answer is matched by Pact's own rules.
 */
public final class Verification {

    private static final int UNAUTHORIZED = 401;

    private final Transport transport;
    private final ProviderStates states;
    private final URI baseUrl;
    private final Scheme scheme;
    private final String token;
    private int admitted;
    private int refused;

    /**
     * Verifies against one provider.
     *
     * @param baseUrl where the paths of the pacts begin
     * @param scheme how a token is carried
     * @param token the valid token, which is sent wherever a pact has one and expects to be let in
     */
    public Verification(Transport transport, ProviderStates states, URI baseUrl, Scheme scheme, String token) {
        this.transport = transport;
        this.states = states;
        this.baseUrl = baseUrl;
        this.scheme = scheme;
        this.token = token;
    }

    /**
     * Runs every interaction of a pact.
     *
     * @param pending whether a failure is the consumer's to mend
     */
    public VerifiedPact verify(PactDocument pact, boolean pending) {
        List<InteractionResult> results = new ArrayList<>();
        pact.interactions().forEach(interaction -> results.add(verify(pact, interaction)));
        if (pact.others() > 0) {
            results.add(notRun("interactions that are not over HTTP: " + pact.others(), "nobody here can run them"));
        }
        UnreadRules.in(pact.json())
                .forEach(place ->
                        results.add(notRun("the matching rules at " + Excerpt.of(place), "Pact passes over them")));
        return new VerifiedPact(pact.source(), pact.consumer(), pact.provider(), pending, List.copyOf(results));
    }

    /** All that was verified: of nothing, when every request that carried the token was answered 401. */
    public VerifiedPacts verified(List<VerifiedPact> pacts) {
        boolean tokenIsRefused = refused > 0 && admitted == 0;
        return new VerifiedPacts(
                pacts,
                tokenIsRefused
                        ? List.of("the provider refuses the token with 401 wherever it is sent: it may have expired")
                        : List.of());
    }

    private InteractionResult verify(PactDocument pact, V4Interaction.SynchronousHttp interaction) {
        if (Patience.isAtAnEnd(transport.unanswered())) {
            return notRun(interaction, List.of(Patience.words()));
        }
        List<ProviderState> arranged = new ArrayList<>();
        try {
            Map<String, Object> known = GeneratedRequest.params(interaction);
            for (ProviderState state : interaction.getProviderStates()) {
                arranged.add(state);
                known.putAll(states.setUp(String.valueOf(state.getName()), state.getParams()));
            }
            return run(pact, interaction, GeneratedRequest.of(interaction, known));
        } catch (NotArranged e) {
            return notRun(interaction, List.of(String.valueOf(e.getMessage())));
        } finally {
            tearDown(arranged);
        }
    }

    private InteractionResult run(
            PactDocument pact, V4Interaction.SynchronousHttp interaction, GeneratedRequest generated) {
        List<String> nothing = Stream.concat(generated.unknown().stream(), generated.broken().stream())
                .toList();
        if (!nothing.isEmpty()) {
            return notRun(interaction, nothing);
        }
        boolean letIn = interaction.getResponse().getStatus() != UNAUTHORIZED;
        SentRequest request = SentRequest.of(generated.request(), baseUrl, scheme, letIn ? token : null);
        if (request.problem().isPresent()) {
            return notRun(interaction, List.of(request.problem().get()));
        }
        Outcome outcome = send(request);
        if (outcome.failure() != null) {
            return notRun(interaction, List.of(outcome.failure()));
        }
        List<String> refusals = new ArrayList<>();
        if (outcome.malformed() != null) {
            refusals.add(outcome.malformed().words());
        }
        Response response = outcome.response();
        if (response != null) {
            count(request, response);
            new Matching(pact.pact(), interaction)
                    .refusals(response)
                    .forEach(refusal -> refusals.add(refusal.toString()));
        }
        return new InteractionResult(
                InteractionName.of(interaction),
                interaction.getInteractionId(),
                interaction.getPending(),
                refusals.isEmpty() ? Verdict.CONFORMS : Verdict.DOES_NOT_CONFORM,
                List.copyOf(refusals));
    }

    private void count(SentRequest request, Response response) {
        if (request.withToken() && response.status() == UNAUTHORIZED) {
            refused++;
        } else if (request.withToken()) {
            admitted++;
        }
    }

    private static InteractionResult notRun(String what, String reason) {
        return new InteractionResult(what, null, false, Verdict.INCONCLUSIVE, List.of(reason));
    }

    private static InteractionResult notRun(V4Interaction.SynchronousHttp interaction, List<String> reasons) {
        return new InteractionResult(
                InteractionName.of(interaction),
                interaction.getInteractionId(),
                interaction.getPending(),
                Verdict.INCONCLUSIVE,
                reasons);
    }

    private void tearDown(List<ProviderState> arranged) {
        for (ProviderState state : arranged) {
            if (Patience.isAtAnEnd(transport.unanswered())) {
                return;
            }
            try {
                states.tearDown(String.valueOf(state.getName()), state.getParams());
            } catch (NotArranged e) {
                // The answer is there already; whoever sets the state up again starts afresh.
            }
        }
    }

    private Outcome send(SentRequest request) {
        HttpCall call = new HttpCall(request.method(), request.url(), request.headers(), request.body());
        return transport.call(new Redaction(List.of(token)), call);
    }
}
