package io.gatewayping.pact;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.support.json.JsonValue;
import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Key;
import io.gatewayping.judge.Expectation;
import io.gatewayping.judge.Finding;
import io.gatewayping.judge.Judge;
import io.gatewayping.judge.Judgement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds pacts against the contract, before anybody relies on them: what a consumer sends and needs, the provider states
 * that it names, the clauses that it refers to, and that it holds no secret.
 */
public final class PactCheck {

    /** The group and the name of Pact's external references that list clauses. */
    public static final String REFERENCE_GROUP = "openapi";

    /** The name in that group under which the clauses stand. */
    public static final String REFERENCE_CLAUSES = "clauses";

    private final Contract contract;
    private final Secrets secrets;
    private final Set<String> clauses;
    private final List<PactFinding> findings = new ArrayList<>();
    private final List<String> inconclusive = new ArrayList<>();

    /**
     * Checks by a contract. Used once.
     *
     * @param secrets of this process; none may stand in a pact
     */
    public PactCheck(Contract contract, Collection<String> secrets) {
        this.contract = contract;
        this.secrets = new Secrets(secrets);
        this.clauses = contract.clauses().stream().map(Clause::id).collect(Collectors.toSet());
    }

    /** Checks the pacts of other teams, who need what they need. */
    public CheckedPacts check(List<PactDocument> pacts) {
        pacts.forEach(this::check);
        return new CheckedPacts(pacts, List.copyOf(findings), List.copyOf(inconclusive));
    }

    /**
     * Checks the pacts of a folder. Each of these consumers has an interaction for every documented response, but for
     * those that {@code left-out.yaml} in that folder gives a reason for.
     *
     * @throws UnreadablePact when that file cannot be read
     */
    public CheckedPacts checkAll(Path folder, List<PactDocument> pacts) throws UnreadablePact {
        LeftOut leftOut = LeftOut.beside(folder);
        leftOut.reasons().keySet().stream()
                .filter(consumer ->
                        pacts.stream().noneMatch(pact -> pact.consumer().equals(consumer)))
                .forEach(consumer -> find(
                        folder.resolve(LeftOut.FILE).toString(),
                        "",
                        finding("", "", "a consumer of the pacts", consumer)));
        pacts.forEach(pact -> checkCoverage(pact, leftOut.of(pact.consumer())));
        return check(pacts);
    }

    private void check(PactDocument pact) {
        if (!pact.provider().equals(contract.provider())) {
            find(pact.source(), "", finding("x-provider", "provider name", contract.provider(), pact.provider()));
        }
        if (pact.others() > 0) {
            inconclusive.add(pact.source() + ": " + pact.others() + " interactions are not over HTTP");
        }
        if (pact.interactions().isEmpty()) {
            inconclusive.add(pact.source() + ": it holds no interaction over HTTP");
        }
        secrets.in(pact.json())
                .forEach((place, what) -> find(
                        pact.source(),
                        "",
                        finding("no-secret-in-a-pact", place, "no secret", "what looks like " + what)));
        pact.interactions().forEach(interaction -> check(pact, interaction));
    }

    private void check(PactDocument pact, V4Interaction.SynchronousHttp interaction) {
        String name = InteractionName.of(interaction);
        Expectation stateless = Expectations.of(interaction, null);
        Optional<Operation> operation = contract.served(
                stateless.request().method(), stateless.request().path());
        Key read = operation.flatMap(it -> it.key(stateless.request().path())).orElse(null);
        ArrangedState state = ArrangedState.of(interaction, contract, read);
        state.findings().forEach(finding -> find(pact.source(), name, finding));
        Judgement judgement = new Judge(contract).judge(Expectations.of(interaction, state.name()));
        judgement.findings().forEach(finding -> find(pact.source(), name, finding));
        judgement.unjudged().forEach(reason -> inconclusive.add(pact.source() + ": " + name + ": " + reason));
        references(interaction).stream()
                .filter(clause ->
                        !clauses.contains(clause) || !judgement.evaluated().contains(clause))
                .forEach(clause -> find(
                        pact.source(),
                        name,
                        finding(
                                Excerpt.of(clause),
                                "comments/references",
                                "a clause that the interaction rests on",
                                clauses.contains(clause) ? "nothing in it" : "no such clause")));
    }

    private static List<String> references(V4Interaction.SynchronousHttp interaction) {
        JsonValue references = interaction.getComments().get("references");
        if (references instanceof JsonValue.Object groups
                && groups.get(REFERENCE_GROUP) instanceof JsonValue.Object group
                && group.get(REFERENCE_CLAUSES) instanceof JsonValue.StringValue list) {
            return List.of(list.toString().split(",\\s*", -1));
        }
        return List.of();
    }

    private void checkCoverage(PactDocument pact, Map<Integer, String> leftOut) {
        Operation operation = contract.underTest();
        Set<Integer> covered = pact.interactions().stream()
                .map(interaction -> Expectations.of(interaction, null))
                .filter(expectation -> contract.served(
                                expectation.request().method(),
                                expectation.request().path())
                        .filter(operation::equals)
                        .isPresent())
                .map(expectation -> expectation.response().status())
                .collect(Collectors.toCollection(TreeSet::new));
        for (int status : operation.responses().keySet()) {
            if (!covered.contains(status) && !leftOut.containsKey(status)) {
                find(
                        pact.source(),
                        "",
                        finding(
                                operation.id() + "/responses/" + status,
                                "",
                                "an interaction, or a reason in " + LeftOut.FILE,
                                "neither"));
            }
        }
        leftOut.keySet().stream()
                .filter(status ->
                        covered.contains(status) || !operation.responses().containsKey(status))
                .forEach(status -> find(
                        pact.source(),
                        "",
                        finding(
                                operation.id() + "/responses/" + status,
                                LeftOut.FILE,
                                "a documented response without an interaction",
                                covered.contains(status) ? "it has one" : "it is not documented")));
    }

    private static Finding finding(String clause, String place, String expected, String actual) {
        return new Finding(clause, Excerpt.of(place), expected, Excerpt.of(actual), null);
    }

    private void find(String pact, String interaction, Finding finding) {
        findings.add(new PactFinding(pact, interaction, finding));
    }
}
