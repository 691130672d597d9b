package io.gatewayping.counterexample;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Document;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.ServedState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Derives counterexamples for one provider state: it serves something else, or less than it promises. */
final class StateCounterexamples {

    private final Contract contract;
    private final Operation operation;
    private final ServedState state;
    private final List<Counterexample> found = new ArrayList<>();

    private StateCounterexamples(Contract contract, ServedState state) {
        this.contract = contract;
        this.operation = contract.underTest();
        this.state = state;
    }

    static List<Counterexample> of(Contract contract, ServedState state) {
        StateCounterexamples counterexamples = new StateCounterexamples(contract, state);
        contract.examples(contract.underTest()).stream()
                .filter(example -> !state.outcomes().contains(example.outcome()))
                .forEach(counterexamples::addOutcome);
        if (state.everyMember()) {
            state.serves().forEach(counterexamples::addMembers);
        }
        return counterexamples.found;
    }

    private void addOutcome(Example example) {
        add(
                "it serves " + example.name(),
                "",
                (honest, asked) -> state.serves().stream()
                                .anyMatch(served -> contract.lifecycle().shows(honest, served))
                        ? Optional.of(contract.response(operation, example, asked.key()))
                        : Optional.empty());
    }

    private void addMembers(Example example) {
        example.body().properties().stream()
                .filter(member -> !member.getValue().isNull())
                .map(Map.Entry::getKey)
                .map(Document::segment)
                .forEach(member -> addWithout(example, member));
    }

    private void addWithout(Example example, String member) {
        JsonNode less = Bodies.without(example.body(), member);
        if (isLegal(example, less)) {
            add(
                    "removed",
                    member,
                    (honest, asked) -> contract.lifecycle().shows(honest, example)
                            ? Optional.of(contract.response(operation, example.status(), less, asked.key()))
                            : Optional.empty());
        }
    }

    /** Whether only the state demands what is not there: what a schema demands is tried as a clause of its own. */
    private boolean isLegal(Example example, JsonNode less) {
        return contract.obligations(operation, example.status())
                .schema()
                .judge(less, new HashMap<>())
                .isEmpty();
    }

    private void add(String mutation, String on, Counterexample.Answer answer) {
        found.add(new Counterexample(state.clause(), mutation, on, operation, answer, true));
    }
}
