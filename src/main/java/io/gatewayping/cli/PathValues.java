package io.gatewayping.cli;

import io.gatewayping.contract.BodySchema.Refusal;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Noun;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.Parameter;
import io.gatewayping.contract.TextSchema;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.state.Advice;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Values of path parameters, as the options of a command give them, held to the contract before anything is sent. */
final class PathValues {

    private final Contract contract;
    private final Advice advice;
    private final Noun task;

    PathValues(Contract contract) {
        this.contract = contract;
        advice = new Advice(contract);
        task = new Noun(contract.task());
    }

    /**
     * The values by name.
     *
     * @param asked the option that wants them
     * @param given as {@code NAME=VALUE}
     */
    Map<String, String> read(String asked, List<String> given) {
        List<String> needed = advice.pathParameters();
        Map<String, String> values = new LinkedHashMap<>();
        for (String one : given) {
            String[] parts = one.split("=", 2);
            if (parts.length < 2) {
                throw new UsageError(Advice.PATH_PARAMETER + " '" + Excerpt.of(one) + "' is no NAME=VALUE");
            }
            if (!needed.contains(parts[0])) {
                throw new UsageError(Advice.PATH_PARAMETER + " '" + Excerpt.of(parts[0])
                        + "' is nothing that the path of " + task.one() + " needs"
                        + (needed.isEmpty() ? "" : "; it needs " + String.join(", ", needed)));
            }
            if (values.putIfAbsent(parts[0], parts[1]) != null) {
                throw new UsageError(Advice.PATH_PARAMETER + " " + parts[0] + " is given twice");
            }
            check(Advice.PATH_PARAMETER + " " + parts[0], parts[0], parts[1]);
        }
        needed.stream().filter(name -> !values.containsKey(name)).findFirst().ifPresent(missing -> {
            throw new UsageError(asked + " needs " + Advice.PATH_PARAMETER + " " + missing + "=VALUE: the path of "
                    + task.one() + " has it");
        });
        return values;
    }

    /** Refuses a value that no such path has. */
    void check(String option, String parameter, String value) {
        String refused = Parameter.isSegment(value)
                ? schemas(parameter)
                        .flatMap(schema -> schema.judge(value, new HashMap<>()).stream())
                        .findFirst()
                        .map(Refusal::expected)
                        .orElse("")
                : "it is no segment of a path";
        if (!refused.isEmpty()) {
            throw new UsageError(option + " '" + Excerpt.of(value) + "' is refused by the contract: " + refused);
        }
    }

    private Stream<TextSchema> schemas(String parameter) {
        return Stream.concat(contract.supporting().stream(), Stream.of(contract.underTest()))
                .flatMap(operation -> schema(operation, parameter).stream());
    }

    private Optional<TextSchema> schema(Operation operation, String parameter) {
        return contract.requestObligations(operation)
                .parametersIn("path")
                .filter(declared -> declared.getKey().name().equals(parameter))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
