package io.gatewayping.counterexample;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.ServedState;
import io.gatewayping.counterexample.Counterexample.Answer;
import io.gatewayping.counterexample.Counterexample.Shows;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Derives counterexamples of behaviour: providers that are honest but in one way that only a sequence of requests shows.
 * Each is known by the clause that an answer out of place breaks.
 */
public final class Behaviours {

    private final Contract contract;
    private final Operation operation;
    private final List<Counterexample> found = new ArrayList<>();

    private Behaviours(Contract contract) {
        this.contract = contract;
        this.operation = contract.underTest();
    }

    /**
     * Every one that is known.
     *
     * @param reads how often the key of a state is read at most, by the name of the state
     */
    public static List<Counterexample> of(Contract contract, Map<String, Integer> reads) {
        Behaviours behaviours = new Behaviours(contract);
        behaviours.addAccess();
        contract.states().stream()
                .filter(state -> behaviours.isReadable(state) && state.serves().size() > 1)
                .forEach(state -> behaviours.addCached(
                        state,
                        "whoever is not let in",
                        asked -> behaviours.operation.security().refuses(asked.credential())));
        behaviours.addSecondTime();
        behaviours.addFirstRequest();
        for (ServedState state : contract.states()) {
            behaviours.addSequences(state, Math.max(2, reads.getOrDefault(state.name(), 0)));
            behaviours.addOtherKeys(state);
        }
        PartialLookup.all(contract)
                .forEach(lookup -> behaviours.add(
                        contract.unarranged().clause(),
                        lookup.what(),
                        (honest, asked) -> isOwner(asked) && behaviours.isIn(asked, contract.unarranged())
                                ? behaviours.earlier(
                                        asked,
                                        it -> behaviours.isSuccess(it)
                                                && lookup.finds(it.asked().key(), asked.key()))
                                : Optional.empty()));
        behaviours.add(
                behaviours.operation.statusClause(),
                "whoever has an ETag is told that nothing has changed",
                (honest, asked) -> asked.request().headers().containsKey("if-none-match")
                        ? Optional.of(new Response(304, new TreeMap<>(), new byte[0]))
                        : Optional.empty());
        return behaviours.found;
    }

    private void addAccess() {
        Optional<ServedState> settled = settled();
        for (Credential credential : Credential.values()) {
            if (!operation.security().refuses(credential)) {
                continue;
            }
            String words = credential.words();
            for (ServedState state : contract.states()) {
                // What moves on by itself is one of the others at any time.
                if (isReadable(state) && state.serves().size() == 1) {
                    add(
                            operation.securityClause(),
                            words + " is let in, in the state " + state.name(),
                            (honest, asked) -> asked.credential() == credential && isIn(asked, state)
                                    ? served(state, asked)
                                    : Optional.empty());
                }
            }
            contract.states().stream()
                    .filter(state -> isReadable(state) && state.serves().size() == 1)
                    .forEach(state -> addCached(state, words, asked -> asked.credential() == credential));
            settled.ifPresent(ended -> add(
                    ended.clause(),
                    "the valid token is refused straight after " + words,
                    (honest, asked) -> isOwner(asked)
                                    && isIn(asked, ended)
                                    && asked.last()
                                            .filter(it -> it.asked().key().equals(asked.key())
                                                    && it.asked().credential() == credential)
                                            .isPresent()
                            ? Optional.of(
                                    answer(contract.examples(operation, 401).get(0), asked))
                            : Optional.empty()));
        }
    }

    private void addCached(ServedState state, String whoever, Predicate<Asked> isThat) {
        add(
                operation.securityClause(),
                whoever + " is answered what was last answered to the owner, in the state " + state.name(),
                (honest, asked) -> isThat.test(asked) && isIn(asked, state)
                        ? earlier(asked, it -> isSuccess(it) && it.asked().key().equals(asked.key()))
                        : Optional.empty());
    }

    private void addSecondTime() {
        add(
                operation.securityClause(),
                "a wrong credential is let in the second time",
                (honest, asked) -> operation.security().refuses(asked.credential())
                                && isReadable(state(asked))
                                && asked.earlierOfThisKey().stream()
                                        .anyMatch(it -> it.asked().credential() == asked.credential())
                        ? served(state(asked), asked)
                        : Optional.empty());
    }

    private void addFirstRequest() {
        ServedState unarranged = contract.unarranged();
        Answer failure = (honest, asked) ->
                asked.earlier().isEmpty() ? Optional.of(answer(wrong(unarranged), asked)) : Optional.empty();
        found.add(new Counterexample(
                unarranged.clause(),
                "the first request of all is answered " + wrong(unarranged).outcome(),
                "",
                operation,
                failure,
                true,
                Shows.FIRST_REQUEST));
        int status = unarranged.serves().get(0).status();
        Answer page = (honest, asked) -> asked.earlier().isEmpty()
                ? Optional.of(new Response(
                        status,
                        new TreeMap<>(Map.of("content-type", List.of("text/html"))),
                        "<h1>Starting</h1>".getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
        found.add(new Counterexample(
                operation.contentClause(status),
                "the first request of all is answered with a page",
                "",
                operation,
                page,
                true,
                Shows.FIRST_REQUEST));
    }

    /** What changes from one read of the same key to the next. */
    private void addSequences(ServedState state, int reads) {
        for (int read = 0; read < reads; read++) {
            int before = read;
            add(
                    state.clause(),
                    "answer number " + (read + 1) + " to a key is "
                            + wrong(state).outcome() + ", in the state " + state.name(),
                    (honest, asked) -> isOwner(asked)
                                    && isIn(asked, state)
                                    && asked.earlierByItsOwner().size() == before
                            ? Optional.of(answer(wrong(state), asked))
                            : Optional.empty());
        }
        add(
                state.clause(),
                "from the second answer on it is " + wrong(state).outcome() + ", in the state " + state.name(),
                (honest, asked) -> isOwner(asked)
                                && isIn(asked, state)
                                && !asked.earlierByItsOwner().isEmpty()
                        ? Optional.of(answer(wrong(state), asked))
                        : Optional.empty());
        for (String outcome : state.risingOutcomes()) {
            Example first = state.serves().stream()
                    .filter(example -> example.outcome().equals(outcome))
                    .findFirst()
                    .orElseThrow();
            add(
                    state.clause(),
                    state.rising() + " stays what it is, in the state " + state.name(),
                    (honest, asked) -> isIn(asked, state) && outcome.equals(outcome(honest))
                            ? Optional.of(answer(first, asked))
                            : Optional.empty());
        }
    }

    /** What one key has to do with another. */
    private void addOtherKeys(ServedState state) {
        add(
                state.clause(),
                "it is answered what was last answered about another key, in the state " + state.name(),
                (honest, asked) -> isOwner(asked) && isIn(asked, state)
                        ? earlier(
                                asked,
                                it -> isOwner(it.asked())
                                        && !it.asked().key().equals(asked.key())
                                        && !state.outcomes().contains(outcome(it.honest())))
                        : Optional.empty());
        if (state.otherOwner() != null) {
            add(
                    state.clause(),
                    "a task of another owner is found as soon as that one has read it",
                    (honest, asked) -> isOwner(asked) && isIn(asked, state)
                            ? earlier(
                                    asked,
                                    it -> isSuccess(it) && it.asked().key().equals(asked.elsewhere()))
                            : Optional.empty());
        }
        boolean isFailure = !isReadable(state) && !state.unarranged() && state.otherOwner() == null;
        if (isFailure) {
            settled()
                    .ifPresent(ended -> add(
                            ended.clause(),
                            "every key is in the state " + state.name() + " as soon as one is",
                            (honest, asked) -> isOwner(asked)
                                            && isIn(asked, ended)
                                            && asked.earlier().stream()
                                                    .anyMatch(it ->
                                                            it.asked().state().equals(state.name()))
                                    ? Optional.of(answer(state.serves().get(0), asked))
                                    : Optional.empty()));
        }
    }

    private void add(String clause, String what, Answer answer) {
        found.add(new Counterexample(clause, what, "", operation, answer, true, Shows.BEHAVIOUR));
    }

    private Optional<Response> earlier(Asked asked, Predicate<Asked.Answered> chosen) {
        return asked.earlier().stream()
                .filter(chosen)
                .reduce((first, second) -> second)
                .map(Asked.Answered::honest);
    }

    private Optional<Response> served(ServedState state, Asked asked) {
        return Optional.of(answer(state.serves().get(0), asked));
    }

    private Response answer(Example example, Asked asked) {
        return contract.response(contract.underTest(), example, asked.key());
    }

    /** Something that is documented and yet out of place in a state. */
    private Example wrong(ServedState state) {
        return contract.examples(operation).stream()
                .filter(example -> !state.outcomes(true).contains(example.outcome()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** A state in which nothing changes any more, if there is one. */
    private Optional<ServedState> settled() {
        return contract.states().stream()
                .filter(this::isReadable)
                .filter(state -> state.serves().stream().allMatch(this::isTerminal))
                .findFirst();
    }

    private boolean isTerminal(Example example) {
        return contract.lifecycle()
                .terminal()
                .contains(example.body().path(contract.lifecycle().member()).asString(""));
    }

    private boolean isReadable(ServedState state) {
        return state.serves().get(0).status() == contract.lifecycle().success();
    }

    private boolean isSuccess(Asked.Answered answered) {
        return isOwner(answered.asked())
                && answered.honest().status() == contract.lifecycle().success();
    }

    private static boolean isOwner(Asked asked) {
        return asked.credential() == Credential.VALID_TOKEN
                && asked.request().method().equals("GET");
    }

    private boolean isIn(Asked asked, ServedState state) {
        return asked.state().equals(state.name());
    }

    private ServedState state(Asked asked) {
        return contract.state(asked.state()).orElseThrow();
    }

    private String outcome(Response response) {
        return contract.lifecycle().outcome(response);
    }
}
