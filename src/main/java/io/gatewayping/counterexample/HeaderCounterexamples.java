package io.gatewayping.counterexample;

import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.ResponseHeader;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Derives counterexamples for the clauses of one header of a documented response. */
final class HeaderCounterexamples {

    private final Contract contract;
    private final Operation operation;
    private final int status;
    private final ResponseHeader header;
    private final List<Counterexample> found = new ArrayList<>();

    private HeaderCounterexamples(Contract contract, Operation operation, int status, ResponseHeader header) {
        this.contract = contract;
        this.operation = operation;
        this.status = status;
        this.header = header;
    }

    static List<Counterexample> of(Contract contract, Operation operation, int status, ResponseHeader header) {
        HeaderCounterexamples counterexamples = new HeaderCounterexamples(contract, operation, status, header);
        Clause demanded = header.demanded();
        if (demanded != null) {
            counterexamples.add(demanded, "removed", List.of(), true);
        }
        counterexamples.add(header.once(), "sent twice", List.of(header.example(), header.example()), true);
        header.clauses().forEach(counterexamples::addSchema);
        return counterexamples.found;
    }

    private void addSchema(Clause clause) {
        JsonNode demand = contract.document().at(clause.place()).node();
        JsonNode honest = header.schema().value(header.example());
        Set<String> sent = new HashSet<>();
        for (Mutation mutation : Mutations.of(clause.keyword(), demand, honest, Constants.of(contract))) {
            String text = text(mutation.value());
            if (ResponseHeader.isSendable(text) && sent.add(text)) {
                JsonNode value = header.schema().value(text);
                add(
                        clause,
                        mutation.name(),
                        List.of(text),
                        !IndependentReading.allows(clause.keyword(), demand, value));
            }
        }
    }

    /** A number as it is read in a header: without an exponent. */
    private static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asString("");
    }

    private void add(Clause clause, String mutation, List<String> values, boolean breaks) {
        String on = header.name() + (values.isEmpty() ? "" : " = " + Excerpt.of(String.join(", ", values)));
        found.add(new Counterexample(
                clause.id(),
                mutation,
                on,
                operation,
                (honest, asked) ->
                        honest.status() == status ? Optional.of(with(honest, header.key(), values)) : Optional.empty(),
                breaks));
    }

    /** An answer with other values of a header, none for without it. */
    static Response with(Response honest, String header, List<String> values) {
        SortedMap<String, List<String>> headers = new TreeMap<>(honest.headers());
        headers.remove(header);
        if (!values.isEmpty()) {
            headers.put(header, values);
        }
        return new Response(honest.status(), headers, honest.body());
    }
}
