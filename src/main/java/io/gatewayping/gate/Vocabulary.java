package io.gatewayping.gate;

import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.cucumberexpressions.ParameterType;
import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Credential;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The words of steps that depend on the contract, as parameter types of Cucumber: {@code {task}} and {@code {credential}}. */
final class Vocabulary {

    private Vocabulary() {}

    static List<ParameterTypeDefinition> of(Contract contract) {
        return List.of(
                type("task", WhichTask.class, WhichTask.values(), it -> it.words(contract)),
                type("credential", Credential.class, Credential.values(), Credential::words));
    }

    private static <T> ParameterTypeDefinition type(String name, Class<T> type, T[] values, Function<T, String> words) {
        List<String> patterns = Arrays.stream(values)
                .map(value -> words.apply(value).replaceAll("[^A-Za-z0-9 ]", "\\\\$0"))
                .toList();
        return new Definition(new ParameterType<>(name, patterns, type, (String said) -> Arrays.stream(values)
                .filter(value -> words.apply(value).equals(said))
                .findFirst()
                .orElseThrow()));
    }

    private record Definition(ParameterType<?> parameterType) implements ParameterTypeDefinition {

        @Override
        public boolean isDefinedAt(StackTraceElement element) {
            return false;
        }

        @Override
        public String getLocation() {
            return "the contract";
        }
    }
}
