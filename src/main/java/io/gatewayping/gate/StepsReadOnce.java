package io.gatewayping.gate;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.core.backend.Snippet;
import io.cucumber.core.backend.StepDefinition;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.JavaBackendProviderService;
import io.gatewayping.contract.Contract;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cucumber's steps in Java, looked for only once. By itself, Cucumber opens the whole jar to look for them in each thread
 * of each run, which takes longer than most runs of the proof.
 */
final class StepsReadOnce implements Backend {

    private final Backend java =
            new JavaBackendProviderService().create(StepFactory::running, type -> true, Gate.class::getClassLoader);
    private final List<Definition> definitions = new ArrayList<>();
    private final List<ParameterTypeDefinition> vocabulary;

    /** Steps that speak of a contract in its words. */
    StepsReadOnce(Contract contract) {
        vocabulary = Vocabulary.of(contract);
    }

    private record Definition(Method add, Object definition) {}

    @Override
    public synchronized void loadGlue(Glue glue, List<URI> places) {
        if (definitions.isEmpty()) {
            java.loadGlue(noting(), places);
        }
        vocabulary.forEach(glue::addParameterType);
        for (Definition noted : definitions) {
            try {
                noted.add().invoke(glue, noted.definition());
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The patterns of all steps, as expressions of Cucumber. */
    synchronized List<Expression> patterns() {
        if (definitions.isEmpty()) {
            java.loadGlue(noting(), Gate.GLUE);
        }
        ParameterTypeRegistry types = new ParameterTypeRegistry(Locale.ENGLISH);
        vocabulary.forEach(word -> types.defineParameterType(word.parameterType()));
        ExpressionFactory expressions = new ExpressionFactory(types);
        return definitions.stream()
                .map(Definition::definition)
                .filter(StepDefinition.class::isInstance)
                .map(definition -> expressions.createExpression(((StepDefinition) definition).getPattern()))
                .toList();
    }

    /** Takes definitions and keeps them for those who want them. */
    private Glue noting() {
        return (Glue) Proxy.newProxyInstance(
                Glue.class.getClassLoader(), new Class<?>[] {Glue.class}, (proxy, method, arguments) -> {
                    definitions.add(new Definition(method, arguments[0]));
                    return null;
                });
    }

    @Override
    public void buildWorld() {
        java.buildWorld();
    }

    @Override
    public void disposeWorld() {
        java.disposeWorld();
    }

    @Override
    public Snippet getSnippet() {
        return java.getSnippet();
    }
}
