package io.gatewayping.pact;

import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.HttpCall;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Transport;
import io.gatewayping.gate.Patience;
import io.gatewayping.gate.Verdict;
import io.gatewayping.state.NotArranged;
import io.gatewayping.state.ProviderStates;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Verifies pacts against a provider: each interaction is sent as its consumer would send it, in the states that it names,
 * and the answer is matched by Pact's own rules.
 */
public final class Verification {

    private static final int UNAUTHORIZED = 401;

    private final Transport transport;
    private final ProviderStates states;
    private final URI baseUrl;
    private final String token;

    /**
     * Verifies against one provider.
     *
     * @param baseUrl where the paths of the pacts begin
     * @param token the valid token, which is sent wherever a pact has one and expects to be let in
     */
    public Verification(Transport transport, ProviderStates states, URI baseUrl, String token) {
        this.transport = transport;
        this.states = states;
        this.baseUrl = baseUrl;
        this.token = token;
    }

    /** Runs every interaction of a pact. */
    public VerifiedPact verify(PactDocument pact) {
        List<InteractionResult> results = new ArrayList<>();
        pact.interactions().forEach(interaction -> results.add(verify(pact, interaction)));
        if (pact.others() > 0) {
            results.add(new InteractionResult(
                    pact.others() + " interactions that are not over HTTP",
                    null,
                    Verdict.INCONCLUSIVE,
                    List.of("nobody here can run them")));
        }
        return new VerifiedPact(pact, List.copyOf(results));
    }

    private InteractionResult verify(PactDocument pact, V4Interaction.SynchronousHttp interaction) {
        String name = InteractionName.of(interaction);
        String id = interaction.getInteractionId();
        if (Patience.isAtAnEnd(transport.unanswered())) {
            return new InteractionResult(name, id, Verdict.INCONCLUSIVE, List.of(Patience.words()));
        }
        List<ProviderState> arranged = new ArrayList<>();
        try {
            for (ProviderState state : interaction.getProviderStates()) {
                arranged.add(state);
                states.setUp(String.valueOf(state.getName()), state.getParams());
            }
        } catch (NotArranged e) {
            tearDown(arranged);
            return new InteractionResult(name, id, Verdict.INCONCLUSIVE, List.of(String.valueOf(e.getMessage())));
        }
        Outcome outcome = send(interaction);
        tearDown(arranged);
        if (outcome.failure() != null) {
            return new InteractionResult(name, id, Verdict.INCONCLUSIVE, List.of(outcome.failure()));
        }
        List<String> mismatches = mismatches(pact, interaction, outcome);
        return new InteractionResult(
                name, id, mismatches.isEmpty() ? Verdict.CONFORMS : Verdict.DOES_NOT_CONFORM, mismatches);
    }

    private static List<String> mismatches(
            PactDocument pact, V4Interaction.SynchronousHttp interaction, Outcome outcome) {
        List<String> mismatches = new ArrayList<>();
        if (outcome.malformed() != null) {
            mismatches.add(outcome.malformed().words());
        }
        if (outcome.response() != null) {
            ResponseMatching.responseMismatches(pact.pact(), interaction, answer(outcome.response())).stream()
                    .map(Mismatch::description)
                    .map(Excerpt::of)
                    .forEach(mismatches::add);
        }
        return List.copyOf(mismatches);
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

    private Outcome send(V4Interaction.SynchronousHttp interaction) {
        IRequest request = interaction.getRequest().generatedRequest(new HashMap<>(), GeneratorTestMode.Provider);
        Map<String, String> headers = request.getHeaders().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(", ", header.getValue())));
        if (interaction.getResponse().getStatus() != UNAUTHORIZED) {
            headers.replaceAll((header, value) -> header.equalsIgnoreCase("Authorization") ? "Bearer " + token : value);
        }
        byte[] body = request.getBody().isPresent() ? request.getBody().unwrap() : new byte[0];
        String method = request.getMethod().toUpperCase(Locale.ROOT);
        return transport.call(new Redaction(List.of(token)), new HttpCall(method, url(request), headers, body));
    }

    private URI url(IRequest request) {
        String base = baseUrl.toString().replaceFirst("/$", "");
        String query = request.getQuery().entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream().map(value -> parameter(parameter.getKey(), value)))
                .collect(Collectors.joining("&"));
        String path = URI.create("/").resolve(encoded(request.getPath())).toString();
        return URI.create(base + path + (query.isEmpty() ? "" : "?" + query));
    }

    /** Pacts hold paths as people write them. */
    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static String parameter(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpResponse answer(Response response) {
        Map<String, List<String>> headers = new HashMap<>(response.headers());
        List<String> types = response.header("content-type");
        ContentType type = types.isEmpty() ? ContentType.getUNKNOWN() : new ContentType(types.get(0));
        return new HttpResponse(response.status(), headers, OptionalBody.body(response.body(), type));
    }
}
