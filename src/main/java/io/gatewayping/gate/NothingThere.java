package io.gatewayping.gate;

import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Response;
import io.gatewayping.judge.Occasions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why there was nothing to judge clauses by, in words: what they speak of, and what was answered instead. */
final class NothingThere {

    /** So many different answers are told, of what was needed and of what there was. */
    private static final int TOLD = 3;

    private final Contract contract;
    private final Occasions occasions;

    NothingThere(Contract contract) {
        this.contract = contract;
        occasions = new Occasions(contract);
    }

    /**
     * The reason.
     *
     * @param claim the clauses as they are claimed
     * @param clauses their ids
     * @param exchanges what there was
     */
    String toJudge(String claim, Set<String> clauses, List<Exchange> exchanges) {
        return "nothing was there to judge the clause " + claim + " by: " + needed(clauses) + "; "
                + answered(exchanges);
    }

    private String needed(Set<String> clauses) {
        Optional<ServedState> state = contract.states().stream()
                .filter(served -> clauses.contains(served.clause()))
                .findFirst();
        if (state.isPresent()) {
            return "it speaks of answers in the state '" + state.get().name() + "'";
        }
        if (are(Clause.Kind.SECURITY, clauses)) {
            return "it speaks of requests without a valid token";
        }
        Map<String, String> examples = new LinkedHashMap<>();
        occasions
                .of(clauses)
                .forEach(example -> examples.putIfAbsent(
                        example.outcome(), "'" + example.name() + "' (" + example.outcome() + ")"));
        if (examples.isEmpty()) {
            return "no answer here was one that it speaks of";
        }
        return (are(Clause.Kind.TRANSITION, clauses)
                        ? "it compares two answers such as "
                        : "it speaks of answers such as ")
                + some(examples.values().stream());
    }

    private boolean are(Clause.Kind kind, Set<String> clauses) {
        return clauses.stream().allMatch(clause -> contract.clause(clause).kind() == kind);
    }

    private String answered(List<Exchange> exchanges) {
        String answered = some(exchanges.stream()
                .flatMap(exchange -> Stream.ofNullable(exchange.response()))
                .map(this::outcome)
                .distinct());
        return answered.isEmpty() ? "nothing was answered here" : "answered here: " + answered;
    }

    /** As the contract has it; a status that only the provider knows would be another reason each time. */
    private String outcome(Response response) {
        return contract.examples().stream()
                .filter(example -> contract.lifecycle().shows(response, example))
                .map(Example::outcome)
                .findFirst()
                .orElse(String.valueOf(response.status()));
    }

    private static String some(Stream<String> all) {
        List<String> most = all.limit(TOLD + 1L).toList();
        return String.join(", ", most.subList(0, Math.min(TOLD, most.size()))) + (most.size() > TOLD ? ", …" : "");
    }
}
