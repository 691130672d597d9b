package io.gatewayping.pact;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import au.com.dius.pact.core.model.generators.ProviderStateGenerator;
import io.gatewayping.exchange.Excerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The request of an interaction as a verifier sends it: its example, with what its generators put in its place.
 *
 * @param request the example alone, when a generator gives nothing
 * @param unknown what no provider state gives to the generators that need it, in words
 * @param broken the generators that give nothing, whatever the states give, in words
 */
record GeneratedRequest(IRequest request, List<String> unknown, List<String> broken) {

    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]*)}");

    /** The params of all the provider states of an interaction. */
    static Map<String, Object> params(V4Interaction.SynchronousHttp interaction) {
        Map<String, Object> params = new HashMap<>();
        for (ProviderState state : interaction.getProviderStates()) {
            params.putAll(state.getParams());
        }
        return params;
    }

    /**
     * Generates the request of an interaction.
     *
     * @param known the values that provider states have: their params and what the state change answered
     */
    static GeneratedRequest of(V4Interaction.SynchronousHttp interaction, Map<String, Object> known) {
        Map<String, Object> context = new HashMap<>(Map.of("providerState", known));
        List<String> unknown = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        interaction
                .getRequest()
                .getGenerators()
                .getCategories()
                .forEach((category, generators) -> generators.forEach((place, generator) -> {
                    String what = "the generator of the "
                            + Excerpt.of((category.name().toLowerCase(Locale.ROOT) + " " + place).strip());
                    List<String> missing = missing(generator, known);
                    missing.forEach(name -> unknown.add(what + " needs '" + name + "', which no provider state gives"));
                    if (missing.isEmpty() && generator.correspondsToMode(GeneratorTestMode.Provider)) {
                        problem(generator, context).ifPresent(problem -> broken.add(what + " gives nothing" + problem));
                    }
                }));
        IRequest request = unknown.isEmpty() && broken.isEmpty()
                ? interaction.getRequest().generatedRequest(context, GeneratorTestMode.Provider)
                : interaction.getRequest();
        return new GeneratedRequest(request, List.copyOf(unknown), List.copyOf(broken));
    }

    private static List<String> missing(Generator generator, Map<String, Object> known) {
        return generator instanceof ProviderStateGenerator fromState
                ? names(fromState).stream()
                        .filter(name -> known.get(name) == null)
                        .map(Excerpt::of)
                        .toList()
                : List.of();
    }

    private static Optional<String> problem(Generator generator, Map<String, Object> context) {
        try {
            return generator.generate(context, null) == null ? Optional.of("") : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(": " + Excerpt.of(String.valueOf(e.getMessage())));
        }
    }

    private static List<String> names(ProviderStateGenerator generator) {
        return NAME.matcher(form(generator))
                .results()
                .map(name -> name.group(1).split(":", 2)[0])
                .toList();
    }

    /** A name alone is an expression, too. */
    private static String form(ProviderStateGenerator generator) {
        String expression = generator.getExpression();
        return expression.contains("${") ? expression : "${" + expression + "}";
    }

    /**
     * The path that is asked for. Where not all is known of it, the example stands for it, when it can be what the
     * generator gives; else the expression that gives another.
     */
    String path(V4Interaction.SynchronousHttp interaction) {
        Map<String, Generator> generators =
                interaction.getRequest().getGenerators().getCategories().get(Category.PATH);
        if (unknown.isEmpty() || generators == null) {
            return request.getPath();
        }
        return generators.values().stream()
                .filter(ProviderStateGenerator.class::isInstance)
                .map(generator -> form((ProviderStateGenerator) generator))
                .filter(form -> !isForm(form, request.getPath()))
                .findFirst()
                .orElse(request.getPath());
    }

    private static boolean isForm(String form, String path) {
        String pattern = Arrays.stream(NAME.split(form, -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
        return Pattern.matches(pattern, path);
    }
}
