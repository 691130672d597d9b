package io.gatewayping.contract;

import io.gatewayping.contract.BodySchema.Refusal;
import io.gatewayping.exchange.Key;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Holds a contract to what it says of itself: every example keeps every clause, every rule is read, and every rule's
 * {@code breaks} breaks that rule and no other but those in {@code also}.
 */
public final class ContractProof {

    private final Contract contract;
    private final Document document;
    private final ResponseProof responses;

    ContractProof(Contract contract, Document document) {
        this.contract = contract;
        this.document = document;
        responses = new ResponseProof(contract);
    }

    /** Throws {@link InvalidContract} for the first thing that does not hold. */
    void check() {
        checkThatEveryRuleIsRead();
        BasisProof.check(document, contract.operations());
        for (Operation operation : contract.operations()) {
            operation.responses().keySet().forEach(status -> {
                List<Pair> pairs = pairs(contract.examples(operation, status));
                Obligations obligations = contract.obligations(operation, status);
                pairs.forEach(pair -> checkPair(obligations, pair));
                obligations.rules().forEach(rule -> checkBreaks(obligations, rule, pairs));
            });
            contract.responseRules(operation).forEach(rule -> checkResponseBreaks(operation, rule));
            contract.examples(operation).forEach(example -> checkThatItAnswersOthers(operation, example));
        }
        contract.started().ifPresent(this::checkWhatIsShown);
    }

    /**
     * Whatever of an example reads as that of a path parameter becomes the value of another key: the word of a member or of an
     * enumeration may not.
     */
    private void checkThatItAnswersOthers(Operation operation, Example example) {
        Key another = contract.keys().fresh(new SplittableRandom(1));
        JsonNode answer = JsonBody.parse(
                        contract.answer(example.body(), another).getBytes(StandardCharsets.UTF_8))
                .value();
        if (answer == null
                || !contract.obligations(operation, example.status())
                        .keptBy(answer, another.parameters())
                        .isAll()) {
            throw document.invalid(
                    operation.place().pointer(),
                    "the answer '" + example.name() + "' breaks the contract where it is given to another key than "
                            + contract.keys().example().parameters()
                            + ": give the path parameters examples that are no words of the answers");
        }
    }

    /** What is shown of a request that starts a task is tried on the one that the contract has as its example. */
    private void checkWhatIsShown(ServedState state) {
        String place = "/x-provider-states" + Document.segment(state.name()) + "/shows";
        state.shows()
                .nowhereIn(state.serves().stream().map(Example::body).toList())
                .ifPresent(member -> {
                    throw document.invalid(place + Document.segment(member), "no answer of the state has this member");
                });
        JsonNode sent = contract.supporting().map(contract::requestExample).orElse(MissingNode.getInstance());
        Map<String, String> key = contract.keys().example().parameters();
        ServedState showing = state.startedBy(sent)
                .orElseThrow(() -> document.invalid(
                        place, "of the example of a start, one of them gives neither a text nor null"));
        for (Example example : showing.serves()) {
            if (!contract.obligations(contract.underTest(), example.status())
                    .keptBy(example.body(), key)
                    .isAll()) {
                throw document.invalid(
                        place,
                        "showing the example of a start, the answer '" + example.name() + "' breaks the contract: "
                                + example.body());
            }
        }
    }

    /** Two polls that may follow each other. */
    public record Pair(String name, JsonNode old, JsonNode self) {
        Pair patched(JsonNode patch) {
            return new Pair(name, old, MergePatch.applied(self, patch));
        }
    }

    /** Each example after itself, and each after the one before it in a state. */
    private List<Pair> pairs(List<Example> examples) {
        List<Pair> pairs = new ArrayList<>();
        examples.forEach(example -> pairs.add(new Pair(example.name(), example.body(), example.body())));
        for (ServedState state : contract.states()) {
            for (int next = 1; next < state.serves().size(); next++) {
                Example old = state.serves().get(next - 1);
                Example self = state.serves().get(next);
                if (examples.contains(old) && examples.contains(self)) {
                    pairs.add(new Pair(self.name(), old.body(), self.body()));
                }
            }
        }
        return pairs;
    }

    private void checkPair(Obligations obligations, Pair pair) {
        String place = "/components/examples/" + pair.name();
        obligations.schema().judge(pair.self(), new HashMap<>()).stream()
                .findFirst()
                .ifPresent(refusal -> {
                    throw document.invalidExample(place + "/value" + refusal.place(), refusal);
                });
        Set<String> broken = broken(obligations.rules(), pair);
        if (!broken.isEmpty()) {
            throw document.invalid(place, "the example breaks the rule " + String.join(", ", broken));
        }
    }

    private void checkBreaks(Obligations obligations, Rule rule, List<Pair> pairs) {
        checkThatOneShowsIt(rule, broken(rule, pairs), pair -> objection(obligations, rule, pair));
    }

    /** In whatever order the examples stand: one of those that a rule is broken on breaks nothing that it does not name. */
    private <T> void checkThatOneShowsIt(Rule rule, List<T> broken, Function<T, Optional<InvalidContract>> objection) {
        List<InvalidContract> objections = new ArrayList<>();
        for (T one : broken) {
            Optional<InvalidContract> found = objection.apply(one);
            if (found.isEmpty()) {
                return;
            }
            objections.add(found.get());
        }
        throw objections.isEmpty()
                ? document.invalid(
                        rule.place().pointer() + "/breaks",
                        "breaks does not break the rule " + rule.id() + " on any example")
                : objections.get(0);
    }

    private Optional<InvalidContract> objection(Obligations obligations, Rule rule, Pair broken) {
        Optional<Refusal> refusal = obligations.schema().judge(broken.self(), new HashMap<>()).stream()
                .findFirst();
        if (refusal.isPresent()) {
            return Optional.of(document.invalid(
                    rule.place().pointer() + "/breaks",
                    "breaks of the rule " + rule.id() + " breaks "
                            + refusal.get().clause() + " too"));
        }
        // A rule on one response is broken by one response: what came before it does not matter.
        List<Rule> judged = obligations.rules().stream()
                .filter(other ->
                        rule.program().isTransition() || !other.program().isTransition())
                .toList();
        return objection(rule, broken(judged, broken));
    }

    private Optional<InvalidContract> objection(Rule rule, Set<String> broken) {
        Set<String> others = new LinkedHashSet<>(broken);
        others.remove(rule.id());
        return others.equals(rule.also())
                ? Optional.empty()
                : Optional.of(document.invalid(
                        rule.place().pointer() + "/also",
                        "breaks of the rule " + rule.id() + " breaks also " + others + ", not " + rule.also()));
    }

    private List<Pair> broken(Rule rule, List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> pair.patched(rule.breaks()))
                .filter(pair -> broken(List.of(rule), pair).contains(rule.id()))
                .toList();
    }

    /** Two polls of a documented response that break a transition rule by its own counterexample. */
    public Pair brokenPair(Operation operation, int status, Rule rule) {
        return shown(operation, status, rule, pairs(contract.examples(operation, status)))
                .orElseThrow();
    }

    /**
     * The example that shows a rule on one body broken by its own counterexample: the first on which that breaks what the
     * rule says and no more, else the first on which it breaks the rule at all.
     *
     * @param examples of one documented response
     */
    public Optional<String> broken(Operation operation, int status, Rule rule, List<Example> examples) {
        return shown(
                        operation,
                        status,
                        rule,
                        examples.stream()
                                .map(example -> new Pair(example.name(), example.body(), example.body()))
                                .toList())
                .map(Pair::name);
    }

    private Optional<Pair> shown(Operation operation, int status, Rule rule, List<Pair> pairs) {
        Obligations obligations = contract.obligations(operation, status);
        List<Pair> broken = broken(rule, pairs);
        return broken.stream()
                .filter(pair -> objection(obligations, rule, pair).isEmpty())
                .findFirst()
                .or(() -> broken.stream().findFirst());
    }

    /** Whether a body of a documented response keeps every rule that speaks of one answer alone. */
    public boolean keepsEveryRule(Operation operation, int status, JsonNode body) {
        List<Rule> rules = contract.obligations(operation, status).rules().stream()
                .filter(rule -> !rule.program().isTransition())
                .toList();
        return broken(rules, new Pair("", body, body)).isEmpty();
    }

    private void checkResponseBreaks(Operation operation, Rule rule) {
        List<Example> examples = contract.examples(operation);
        checkThatOneShowsIt(
                rule,
                examples.stream()
                        .filter(example -> breaks(operation, rule, example))
                        .toList(),
                example -> objection(rule, alsoBroken(operation, rule, example)));
        examples.stream()
                .filter(example -> isBroken(rule, responses.honest(operation, rule, example)))
                .findFirst()
                .ifPresent(example -> {
                    throw document.invalid(
                            "/components/examples/" + example.name(), "the example breaks the rule " + rule.id());
                });
    }

    private Set<String> alsoBroken(Operation operation, Rule rule, Example example) {
        return contract.responseRules(operation).stream()
                .filter(other ->
                        rule.program().isTransition() || !other.program().isTransition())
                .filter(other -> isBroken(other, responses.broken(operation, rule, other, example)))
                .map(Rule::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether a rule on whole responses is broken when its {@code breaks} are done to the answer that an example is. */
    public boolean breaks(Operation operation, Rule rule, Example example) {
        return isBroken(rule, responses.broken(operation, rule, rule, example));
    }

    private Set<String> broken(List<Rule> rules, Pair pair) {
        Map<String, String> parameters = contract.keys().example().parameters();
        RuleInput input = RuleInput.body(pair.self(), parameters).after(pair.old(), parameters);
        return rules.stream()
                .filter(rule -> isBroken(rule, input))
                .map(Rule::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isBroken(Rule rule, RuleInput input) {
        Ruling ruling = rule.program().judge(input);
        if (ruling.why() != null) {
            throw document.invalid(
                    rule.place().pointer(), "the rule " + rule.id() + " could not be evaluated: " + ruling.why());
        }
        return ruling.isBroken();
    }

    /** A rule that stands where nobody looks would be lost in silence. */
    private void checkThatEveryRuleIsRead() {
        Set<String> read = contract.clauses().stream().map(Clause::place).collect(Collectors.toSet());
        document.everywhere("x-rules")
                .flatMap(rules -> rules.items().stream())
                .filter(rule -> !read.contains(rule.pointer()))
                .findFirst()
                .ifPresent(rule -> {
                    throw document.invalid(
                            rule.pointer(), "rules are read on operations and on the schemas of responses only");
                });
    }
}
