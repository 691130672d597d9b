package io.gatewayping.counterexample;

import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.ContractProof;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.MergePatch;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.Rule;
import io.gatewayping.contract.Security;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Derives counterexamples for every clause of a contract: each clause is broken in each way that is known, once for each
 * outcome that it judges. None that was derived is left out, not even one that breaks nothing.
 */
public final class Counterexamples {

    private static final List<Integer> OTHER_STATUSES = List.of(201, 302, 403, 418, 503);

    /** What a rule's own {@code breaks} does. */
    static final String ITS_OWN = "what its breaks says";

    private final Contract contract;
    private final List<Counterexample> found = new ArrayList<>();

    private Counterexamples(Contract contract) {
        this.contract = contract;
    }

    /** Every counterexample to every clause, in the order of the operations. */
    public static List<Counterexample> of(Contract contract) {
        Counterexamples counterexamples = new Counterexamples(contract);
        contract.operations().forEach(counterexamples::addAll);
        contract.states().forEach(state -> counterexamples.found.addAll(StateCounterexamples.of(contract, state)));
        return counterexamples.found;
    }

    private void addAll(Operation operation) {
        List<Example> examples = contract.examples(operation);
        Set<String> covered = new HashSet<>();
        for (Example example : examples) {
            addSchema(operation, example, covered);
            addRules(operation, example);
        }
        operation.responses().keySet().forEach(status -> {
            Example example = examples.stream()
                    .filter(it -> it.status() == status)
                    .findFirst()
                    .orElseThrow();
            addStatus(operation, example);
            addContent(operation, example);
            found.addAll(MessageCounterexamples.malformed(operation, status));
            found.addAll(MessageCounterexamples.coded(operation, status));
            contract.headers(operation, status)
                    .forEach(header -> found.addAll(HeaderCounterexamples.of(contract, operation, status, header)));
        });
        addTransitions(operation);
        contract.responseRules(operation)
                .forEach(rule -> found.addAll(ResponseRuleCounterexamples.of(contract, operation, rule)));
        addSecurity(operation, examples);
    }

    private void addSchema(Operation operation, Example example, Set<String> covered) {
        Map<String, String> places = new LinkedHashMap<>();
        contract.obligations(operation, example.status()).schema().judge(example.body(), places);
        places.forEach((clause, place) -> {
            Clause broken = contract.clause(clause);
            if (broken.supporting() == operation.supporting() && covered.add(clause + example.outcome())) {
                String keyword = broken.keyword();
                if (keyword.equals("required")) {
                    add(operation, clause, "removed", place, example, Bodies.without(example.body(), place), true);
                } else {
                    JsonNode demand = contract.document().at(broken.place()).node();
                    Mutations.of(keyword, demand, example.body().at(place), Constants.of(contract))
                            .forEach(mutation -> add(
                                    operation,
                                    clause,
                                    mutation.name(),
                                    (place.isEmpty() ? "the body" : place) + " = "
                                            + Excerpt.of(mutation.value().toString()),
                                    example,
                                    Bodies.with(example.body(), place, mutation.value()),
                                    !IndependentReading.allows(keyword, demand, mutation.value())));
                }
            }
        });
    }

    /** Once for each outcome, on the example that shows it best. */
    private void addRules(Operation operation, Example example) {
        List<Example> alike = contract.examples(operation, example.status()).stream()
                .filter(other -> other.outcome().equals(example.outcome()))
                .toList();
        for (Rule rule : contract.obligations(operation, example.status()).rules()) {
            if (!rule.program().isTransition()
                    && contract.proof()
                            .broken(operation, example.status(), rule, alike)
                            .filter(example.name()::equals)
                            .isPresent()) {
                JsonNode body = MergePatch.applied(example.body(), rule.breaks());
                add(operation, rule.id(), ITS_OWN, example.name(), example, body, true);
            }
        }
    }

    private void addTransitions(Operation operation) {
        for (int status : operation.responses().keySet()) {
            for (Rule rule : contract.obligations(operation, status).rules()) {
                if (rule.program().isTransition()) {
                    ContractProof.Pair pair = contract.proof().brokenPair(operation, status, rule);
                    add(operation, rule.id(), ITS_OWN, pair.name(), (honest, asked) -> {
                        JsonNode body = asked.earlierReads() == 0 ? pair.old() : pair.self();
                        return honest.status() == status
                                ? Optional.of(contract.response(operation, status, body, asked.key()))
                                : Optional.empty();
                    });
                }
            }
        }
    }

    private void addStatus(Operation operation, Example example) {
        for (int other : OTHER_STATUSES) {
            found.add(new Counterexample(
                    operation.statusClause(),
                    "another status",
                    example.status() + " becomes " + other,
                    operation,
                    (honest, asked) -> honest.status() == example.status()
                            ? Optional.of(new Response(other, honest.headers(), honest.body()))
                            : Optional.empty(),
                    !operation.responses().containsKey(other)));
        }
    }

    private void addContent(Operation operation, Example example) {
        String clause = operation.contentClause(example.status());
        for (String type : List.of("", "text/plain", "text/html", "application/problem+json", "application/jsonp")) {
            String what = "Content-Type " + (type.isEmpty() ? "missing" : type);
            add(operation, clause, what, "", (honest, asked) -> {
                List<String> values = type.isEmpty() ? List.of() : List.of(type);
                return honest.status() == example.status()
                        ? Optional.of(HeaderCounterexamples.with(honest, "content-type", values))
                        : Optional.empty();
            });
        }
        Bodies.UNREADABLE.forEach((what, spoil) -> add(
                operation,
                clause,
                "the body is " + what,
                "",
                (honest, asked) -> honest.status() == example.status()
                        ? Optional.of(new Response(honest.status(), honest.headers(), spoil.apply(honest.body())))
                        : Optional.empty()));
        String required = contract.obligations(operation, example.status()).place();
        contract.clauses().stream()
                .filter(it -> it.keyword().equals("required") && it.place().startsWith(required + "/required/"))
                .forEach(it -> add(
                        operation, it.id(), "the body is wrapped", "", example, Bodies.wrapped(example.body()), true));
    }

    private void addSecurity(Operation operation, List<Example> examples) {
        if (operation.security().demand() == Security.Demand.NONE) {
            return;
        }
        Example success = examples.stream()
                .filter(example -> example.status() < 300)
                .findFirst()
                .orElseThrow();
        for (Credential credential : Credential.values()) {
            if (operation.security().refuses(credential)) {
                String what = credential.words() + " is let in";
                add(
                        operation,
                        operation.securityClause(),
                        what,
                        "",
                        (honest, asked) -> asked.credential() == credential
                                ? Optional.of(contract.response(operation, success, asked.key()))
                                : Optional.empty());
            }
        }
        examples.stream()
                .filter(example -> example.status() >= 400 && example.status() != 401)
                .forEach(example -> add(
                        operation,
                        operation.securityClause(),
                        "401 becomes " + example.status(),
                        "",
                        (honest, asked) -> honest.status() == 401
                                ? Optional.of(contract.response(operation, example, asked.key()))
                                : Optional.empty()));
    }

    private void add(
            Operation operation,
            String clause,
            String mutation,
            String on,
            Example example,
            JsonNode body,
            boolean breaks) {
        found.add(new Counterexample(
                clause,
                mutation,
                on,
                operation,
                (honest, asked) -> contract.lifecycle().shows(honest, example)
                        ? Optional.of(contract.response(operation, example.status(), body, asked.key()))
                        : Optional.empty(),
                breaks));
    }

    private void add(Operation operation, String clause, String mutation, String on, Counterexample.Answer answer) {
        found.add(new Counterexample(clause, mutation, on, operation, answer, true));
    }
}
