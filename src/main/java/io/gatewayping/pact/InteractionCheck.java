package io.gatewayping.pact;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.support.json.JsonValue;
import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import io.gatewayping.judge.Expectation;
import io.gatewayping.judge.ExpectationJudgement;
import io.gatewayping.judge.Finding;
import io.gatewayping.judge.Judge;
import io.gatewayping.judge.Judgement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds one interaction against the contract. Used once. */
final class InteractionCheck {

    /** What every interaction has to be: kept by an answer that conforms. */
    private static final String KEPT = "kept-by-a-conforming-answer";

    private final Contract contract;
    private final PactDocument pact;
    private final V4Interaction.SynchronousHttp interaction;
    private final String name;
    private final List<PactFinding> findings = new ArrayList<>();
    private final List<PactFinding> tighter = new ArrayList<>();
    private final List<String> inconclusive = new ArrayList<>();

    InteractionCheck(Contract contract, PactDocument pact, V4Interaction.SynchronousHttp interaction) {
        this.contract = contract;
        this.pact = pact;
        this.interaction = interaction;
        this.name = InteractionName.of(interaction);
    }

    CheckedPacts check() {
        GeneratedRequest.of(interaction, GeneratedRequest.params(interaction))
                .broken()
                .forEach(broken -> find("generators", "request", "a value", broken));
        Expectation stateless = Expectations.of(interaction, null);
        Key read = contract.served(
                        stateless.request().method(), stateless.request().path())
                .flatMap(operation -> operation.key(stateless.request().path()))
                .orElse(null);
        ArrangedState state = ArrangedState.of(interaction, contract, read);
        state.findings().forEach(this::find);
        ExpectationJudgement judged = new Judge(contract).judge(Expectations.of(interaction, state.name()));
        judged.judgement().findings().forEach(this::find);
        judged.judgement().unjudged().forEach(reason -> inconclusive.add(pact.source() + ": " + name + ": " + reason));
        checkReferences(judged.judgement());
        match(judged.answers());
        return new CheckedPacts(List.of(), findings, tighter, inconclusive);
    }

    private void checkReferences(Judgement judgement) {
        for (String clause : references()) {
            boolean known = contract.clauses().stream().map(Clause::id).anyMatch(clause::equals);
            if (!known || !judgement.evaluated().contains(clause)) {
                find(
                        clause,
                        "comments/references",
                        "a clause that the interaction rests on",
                        known ? "nothing in it" : "no such clause");
            }
        }
    }

    private List<String> references() {
        JsonValue references = interaction.getComments().get("references");
        if (references instanceof JsonValue.Object groups
                && groups.get(PactCheck.REFERENCE_GROUP) instanceof JsonValue.Object group
                && group.get(PactCheck.REFERENCE_CLAUSES) instanceof JsonValue.StringValue list) {
            return List.of(list.toString().split(",\\s*", -1));
        }
        return List.of();
    }

    /** One of the answers that conform has to be what Pact takes; what it refuses of the others is told. */
    private void match(List<Response> answers) {
        Matching matching = new Matching(pact.pact(), interaction);
        List<List<Refusal>> refused = answers.stream().map(matching::refusals).toList();
        if (refused.isEmpty()) {
            return;
        }
        if (refused.stream().noneMatch(List::isEmpty)) {
            refused.get(0)
                    .forEach(refusal -> find(
                            KEPT, "response " + refusal.place(), "what a conforming answer can hold", refusal.words()));
            return;
        }
        Set<String> places = new HashSet<>();
        refused.stream()
                .flatMap(List::stream)
                .filter(Refusal::byRule)
                .filter(refusal -> places.add(refusal.place()))
                .map(refusal -> finding(
                        KEPT, "response " + refusal.place(), "what every conforming answer holds", refusal.words()))
                .forEach(finding -> tighter.add(new PactFinding(pact.source(), name, finding)));
    }

    static Finding finding(String clause, String place, String expected, String actual) {
        return new Finding(Excerpt.of(clause), Excerpt.of(place.strip()), expected, Excerpt.of(actual), null);
    }

    private void find(String clause, String place, String expected, String actual) {
        find(finding(clause, place, expected, actual));
    }

    private void find(Finding finding) {
        findings.add(new PactFinding(pact.source(), name, finding));
    }
}
