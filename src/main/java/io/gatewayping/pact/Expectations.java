package io.gatewayping.pact;

import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.V4Interaction;
import io.gatewayping.exchange.Response;
import io.gatewayping.judge.Expectation;
import io.gatewayping.judge.Expectation.Sent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Interactions, with the example values of their matchers, as the contract judges them. */
final class Expectations {

    private Expectations() {}

    /**
     * An interaction as an expectation.
     *
     * @param state the provider state that its task is in, or null
     */
    static Expectation of(V4Interaction.SynchronousHttp interaction, @Nullable String state) {
        GeneratedRequest generated = GeneratedRequest.of(interaction, GeneratedRequest.params(interaction));
        IRequest request = generated.request();
        HttpResponse response = interaction.getResponse();
        return new Expectation(
                state,
                new Sent(
                        request.getMethod().toUpperCase(Locale.ROOT),
                        generated.path(interaction),
                        query(request.getQuery()),
                        byLowerCase(request.getHeaders()),
                        request.getBody().orEmpty()),
                new Response(
                        response.getStatus(),
                        byLowerCase(response.getHeaders()),
                        response.getBody().orEmpty()));
    }

    /** A parameter without an equals sign has no value, for which Pact's model has null. */
    private static Map<String, List<String>> query(Map<String, List<String>> parameters) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        parameters.forEach((name, values) -> query.put(
                name,
                values.stream()
                        .map(value -> Objects.requireNonNullElse(value, ""))
                        .toList()));
        return query;
    }

    private static SortedMap<String, List<String>> byLowerCase(Map<String, List<String>> headers) {
        SortedMap<String, List<String>> sorted = new TreeMap<>();
        // Pact's model splits values at commas; a header of a pact is one line.
        headers.forEach(
                (name, values) -> sorted.put(name.toLowerCase(Locale.ROOT), List.of(String.join(", ", values))));
        return sorted;
    }
}
