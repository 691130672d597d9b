package io.gatewayping.contract;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the form of keys from the path parameters of the operation under test. */
final class KeyFormReader {

    private static final BigInteger FEWEST = BigInteger.valueOf(100_000);

    private final Document document;

    KeyFormReader(Document document) {
        this.document = document;
    }

    /** The form, after values of its parameters were drawn and held against their schemas. */
    KeyForm read(Operation operation, RequestObligations obligations) {
        List<Parameter> parameters = operation.pathParameters();
        List<Parameter> owners = parameters.stream()
                .filter(parameter -> !parameter.place().child("x-owner").text().isEmpty())
                .toList();
        List<Parameter> others = parameters.stream()
                .filter(parameter -> !owners.contains(parameter))
                .toList();
        if (owners.size() > 1 || others.isEmpty()) {
            throw document.invalid(
                    operation.place().pointer(),
                    "a task has an id among the path parameters, and x-owner on at most one of the others");
        }
        FreshValuesReader values = new FreshValuesReader(document);
        Map<Parameter, FreshValues> fresh = new LinkedHashMap<>();
        Set<Parameter> numbers = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (parameter.example().isEmpty()) {
                throw document.invalid(
                        parameter.place().pointer(), "a path parameter needs the example that the answers are for");
            }
            TextSchema schema = Objects.requireNonNull(obligations.parameters().get(parameter));
            fresh.put(parameter, values.read(parameter, schema));
            if (schema.isOfNumbers()) {
                numbers.add(parameter);
            }
        }
        Parameter id = others.get(others.size() - 1);
        Stream.concat(owners.stream(), Stream.of(id)).forEach(parameter -> checkThatThereIsAnother(parameter, fresh));
        checkThatThereAreEnough(id, fresh);
        return new KeyForm(fresh, owners.isEmpty() ? null : owners.get(0), id, numbers);
    }

    private void checkThatThereIsAnother(Parameter parameter, Map<Parameter, FreshValues> fresh) {
        if (Objects.requireNonNull(fresh.get(parameter)).count().compareTo(BigInteger.TWO) < 0) {
            throw document.invalid(
                    parameter.place().pointer(),
                    "only one value of it is drawn, and a run needs another one; x-fresh takes a pattern of more");
        }
    }

    /** A run draws some hundred keys, by chance: of fewer, one would be drawn twice now and then. */
    private void checkThatThereAreEnough(Parameter id, Map<Parameter, FreshValues> fresh) {
        BigInteger keys = fresh.values().stream().map(FreshValues::count).reduce(BigInteger.ONE, BigInteger::multiply);
        if (keys.compareTo(FEWEST) < 0) {
            throw document.invalid(
                    id.place().pointer(),
                    "with all parameters, " + keys + " keys can be drawn, and of fewer than " + FEWEST
                            + " one comes again within a run; x-fresh takes a pattern of more values");
        }
    }
}
