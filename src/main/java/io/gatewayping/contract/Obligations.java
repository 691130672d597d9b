package io.gatewayping.contract;

import io.gatewayping.contract.BodySchema.Refusal;
import io.gatewayping.exchange.Remembered;
import io.gatewayping.exchange.Response;
import io.gatewayping.pattern.NotMatched;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What binds the body of one documented response. */
public final class Obligations {

    private final String place;
    private final BodySchema schema;
    private final List<Rule> rules;
    private final List<Rule> ofBody;
    private final List<Rule> ofBodyAndRequest;
    private final Remembered<String, Kept> bodies = new Remembered<>(String::length);
    private final Remembered<Answer, Kept> answers =
            new Remembered<>(answer -> answer.text().length());

    private record Answer(String text, Map<String, String> request) {}

    /**
     * What one body keeps of it, whatever was answered before.
     *
     * @param clauses the ids of the schema's clauses that there was something to judge by
     * @param refusals of its schema
     * @param rulings of the rules that speak of one answer alone, by their ids
     */
    public record Kept(Set<String> clauses, List<Refusal> refusals, Map<String, Ruling> rulings) {

        /** What a rule that speaks of one answer alone says of it. */
        public Ruling ruling(Rule rule) {
            return Objects.requireNonNull(rulings.get(rule.id()));
        }

        /** All of it. */
        public boolean isAll() {
            return refusals.isEmpty()
                    && rulings.values().stream().noneMatch(ruling -> ruling.isBroken() || ruling.why() != null);
        }
    }

    Obligations(String place, BodySchema schema, List<Rule> rules) {
        this.place = place;
        this.schema = schema;
        this.rules = rules;
        Map<Boolean, List<Rule>> alone = rules.stream()
                .filter(rule -> !rule.program().isTransition())
                .collect(Collectors.partitioningBy(rule -> rule.program().asksForRequest()));
        ofBody = Objects.requireNonNull(alone.get(false));
        ofBodyAndRequest = Objects.requireNonNull(alone.get(true));
    }

    /** Where its schema stands; responses of the same place are compared by transition rules. */
    public String place() {
        return place;
    }

    /** The schema that judges a body alone. */
    public BodySchema schema() {
        return schema;
    }

    /** The rules of the schema and of what it includes. */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Judges the body of a response; what is sent again is not judged again.
     *
     * @param body as it was read
     * @param request the path parameters that it answers
     * @throws NotMatched when that would take too long
     */
    public Kept keptBy(Response response, JsonNode body, Map<String, String> request) {
        String text = response.text();
        Kept alone = bodies.of(text, it -> keptBy(RuleInput.body(body, request), body));
        return ofBodyAndRequest.isEmpty()
                ? alone
                : answers.of(new Answer(text, request), it -> keptBy(RuleInput.body(body, request), alone));
    }

    /**
     * Judges a body.
     *
     * @param request the path parameters that it answers
     * @throws NotMatched when that would take too long
     */
    public Kept keptBy(JsonNode body, Map<String, String> request) {
        return keptBy(body, body, request);
    }

    /**
     * Judges a body.
     *
     * @param ruled what rules see of it
     * @param request the path parameters that it answers
     * @throws NotMatched when that would take too long
     */
    public Kept keptBy(JsonNode body, JsonNode ruled, Map<String, String> request) {
        RuleInput input = RuleInput.body(ruled, request);
        return keptBy(input, keptBy(input, body));
    }

    private Kept keptBy(RuleInput input, JsonNode body) {
        Map<String, String> clauses = new LinkedHashMap<>();
        List<Refusal> refusals = schema.judge(body, clauses);
        return new Kept(Collections.unmodifiableSet(clauses.keySet()), refusals, rulings(ofBody, input));
    }

    private Kept keptBy(RuleInput input, Kept alone) {
        Map<String, Ruling> all = new LinkedHashMap<>(alone.rulings());
        all.putAll(rulings(ofBodyAndRequest, input));
        return new Kept(alone.clauses(), alone.refusals(), all);
    }

    private static Map<String, Ruling> rulings(List<Rule> rules, RuleInput input) {
        Map<String, Ruling> rulings = new LinkedHashMap<>();
        rules.forEach(rule -> rulings.put(rule.id(), rule.program().judge(input)));
        return rulings;
    }
}
