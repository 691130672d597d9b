package io.gatewayping.counterexample;

import io.gatewayping.contract.Circumstances;
import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.ContractProof;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.MergePatch;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.Rule;
import io.gatewayping.contract.Security;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Derives counterexamples for every clause of a contract: each clause is broken in each way that is known, once for each
 * outcome that it judges. None that was derived is left out, not even one that breaks nothing.
 */
public final class Counterexamples {

    private static final List<Integer> OTHER_STATUSES = List.of(201, 302, 403, 418, 503);

    /** What a rule's own {@code breaks} does. */
    private static final String ITS_OWN = "what its breaks says";

    private final Contract contract;
    private final List<Counterexample> found = new ArrayList<>();

    private Counterexamples(Contract contract) {
        this.contract = contract;
    }

    /** Every counterexample to every clause, in the order of the operations. */
    public static List<Counterexample> of(Contract contract) {
        Counterexamples counterexamples = new Counterexamples(contract);
        contract.operations().forEach(counterexamples::addAll);
        contract.states().forEach(counterexamples::addState);
        return counterexamples.found;
    }

    private void addAll(Operation operation) {
        List<Example> examples = contract.examples(operation);
        Set<String> covered = new HashSet<>();
        for (Example example : examples) {
            addSchema(operation, example, covered);
            addRules(operation, example, covered);
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
        addResponseRules(operation, examples);
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

    private void addRules(Operation operation, Example example, Set<String> covered) {
        for (Rule rule : contract.obligations(operation, example.status()).rules()) {
            JsonNode body = MergePatch.applied(example.body(), rule.breaks());
            if (!rule.program().isTransition()
                    && contract.proof().breaks(rule, body)
                    && covered.add(rule.id() + example.outcome())) {
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

    private void addResponseRules(Operation operation, List<Example> examples) {
        for (Rule rule : contract.responseRules(operation)) {
            Counterexample.Answer broken = (honest, asked) -> broken(operation, rule, honest, asked);
            if (rule.breaks().has("sent")) {
                // An answer to what the contract has not documented is like no example.
                add(operation, rule.id(), ITS_OWN, "", broken);
                continue;
            }
            for (Example example : examples) {
                if (contract.proof().breaks(operation, rule, example)) {
                    add(
                            operation,
                            rule.id(),
                            ITS_OWN,
                            example.name(),
                            (honest, asked) ->
                                    isLike(honest, example) ? broken.insteadOf(honest, asked) : Optional.empty());
                }
                if (rule.breaks().toString().contains(Redaction.TOKEN)) {
                    MessageCounterexamples.echoes("")
                            .keySet()
                            .forEach(place -> addWithToken(operation, rule, place, example));
                }
            }
        }
    }

    private static Optional<Response> broken(Operation operation, Rule rule, Response honest, Asked asked) {
        Circumstances circumstances = new Circumstances(
                asked.request().method(),
                asked.request().headers(),
                !operation.security().refuses(asked.credential()),
                asked.elsewhere());
        boolean needsToken = rule.breaks().toString().contains(Redaction.TOKEN);
        return circumstances.areThoseOf(rule.breaks(), operation.method())
                        && !(needsToken && asked.token().isEmpty())
                        && !(rule.program().isTransition() && isAboutTheSecond(asked))
                ? Optional.of(patched(honest, rule.breaks(), asked, circumstances))
                : Optional.empty();
    }

    /** Whether somebody who sends the same credential asked for something else before. */
    private static boolean isAboutTheSecond(Asked asked) {
        return asked.earlier().stream()
                .map(Asked.Answered::asked)
                .filter(it -> it.credential() == asked.credential())
                .findFirst()
                .map(first -> !first.key().equals(asked.key()))
                .orElse(false);
    }

    /** Where a token was sent, it is sent back. */
    private void addWithToken(Operation operation, Rule rule, String place, Example example) {
        add(
                operation,
                rule.id(),
                "the token is " + place,
                example.name(),
                (honest, asked) -> isLike(honest, example) && !asked.token().isEmpty()
                        ? Optional.of(Objects.requireNonNull(MessageCounterexamples.echoes(asked.token())
                                        .get(place))
                                .apply(honest))
                        : Optional.empty());
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

    /** In each state, each outcome that it does not serve. */
    private void addState(ServedState state) {
        Operation operation = contract.underTest();
        contract.examples(operation).stream()
                .filter(example -> !state.outcomes().contains(example.outcome()))
                .forEach(example -> add(
                        operation,
                        state.clause(),
                        "it serves " + example.name(),
                        "",
                        (honest, asked) -> state.serves().stream().anyMatch(served -> isLike(honest, served))
                                ? Optional.of(contract.response(operation, example, asked.key()))
                                : Optional.empty()));
        state.serves().stream()
                .filter(example -> state.everyMember())
                .forEach(example -> example.body().properties().stream()
                        .filter(member -> !member.getValue().isNull())
                        .map(Map.Entry::getKey)
                        .filter(member -> isFreeToLack(operation, example, member))
                        .forEach(member -> addMemberLess(operation, state, example, member)));
    }

    /** Whether only the state demands a member: what a schema demands is tried as a clause of its own. */
    private boolean isFreeToLack(Operation operation, Example example, String member) {
        return contract.obligations(operation, example.status())
                .schema()
                .judge(Bodies.without(example.body(), "/" + member), new HashMap<>())
                .isEmpty();
    }

    private void addMemberLess(Operation operation, ServedState state, Example example, String member) {
        add(
                operation,
                state.clause(),
                "removed",
                "/" + member,
                (honest, asked) -> isLike(honest, example)
                        ? Optional.of(contract.response(
                                operation, example.status(), Bodies.without(example.body(), "/" + member), asked.key()))
                        : Optional.empty());
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
                (honest, asked) -> isLike(honest, example)
                        ? Optional.of(contract.response(operation, example.status(), body, asked.key()))
                        : Optional.empty(),
                breaks));
    }

    private void add(Operation operation, String clause, String mutation, String on, Counterexample.Answer answer) {
        found.add(new Counterexample(clause, mutation, on, operation, answer, true));
    }

    private boolean isLike(Response honest, Example example) {
        return contract.lifecycle()
                .outcome(honest.status(), JsonBody.parse(honest.body()).value())
                .equals(example.outcome());
    }

    /** The counterexample of a rule on whole responses, with the token in the place of its name and real keys. */
    private static Response patched(Response honest, JsonNode breaks, Asked asked, Circumstances circumstances) {
        SortedMap<String, List<String>> headers = new TreeMap<>(honest.headers());
        breaks.path("headers").properties().forEach(header -> {
            List<String> values = new ArrayList<>();
            header.getValue().forEach(value -> values.add(value.asString().replace(Redaction.TOKEN, asked.token())));
            headers.put(header.getKey(), values);
        });
        if (breaks.has("text")) {
            headers.put("content-type", List.of(JsonBody.MEDIA_TYPE));
        }
        @Nullable String text = breaks.path("text").asString(null);
        byte[] body = text == null
                ? honest.body()
                : circumstances
                        .told(breaks, text.replace(Redaction.TOKEN, asked.token()))
                        .getBytes(StandardCharsets.UTF_8);
        return new Response(breaks.path("status").asInt(honest.status()), headers, body);
    }
}
