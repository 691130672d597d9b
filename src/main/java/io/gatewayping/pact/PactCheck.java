package io.gatewayping.pact;

import io.gatewayping.contract.Contract;
import io.gatewayping.judge.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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
    private final List<PactFinding> findings = new ArrayList<>();
    private final List<PactFinding> tighter = new ArrayList<>();
    private final List<String> inconclusive = new ArrayList<>();

    /**
     * Checks by a contract. Used once.
     *
     * @param secrets of this process; none may stand in a pact
     */
    public PactCheck(Contract contract, Collection<String> secrets) {
        this.contract = contract;
        this.secrets = new Secrets(secrets);
    }

    /** Checks the pacts of other teams, who need what they need. */
    public CheckedPacts check(List<PactDocument> pacts) {
        pacts.forEach(this::check);
        return new CheckedPacts(
                pacts,
                findings.stream().map(this::withoutSecrets).toList(),
                tighter.stream().map(this::withoutSecrets).toList(),
                inconclusive.stream().map(secrets::hidden).toList());
    }

    /**
     * Checks the pacts of a folder. Each of these consumers has an interaction for every documented response, but for
     * those that {@code left-out.yaml} in that folder gives a reason for.
     *
     * @throws UnreadablePact when that file cannot be read
     */
    public CheckedPacts checkAll(Path folder, List<PactDocument> pacts) throws UnreadablePact {
        findings.addAll(new Coverage(contract, LeftOut.beside(folder), folder).findings(pacts));
        return check(pacts);
    }

    private void check(PactDocument pact) {
        if (!pact.provider().equals(contract.provider())) {
            find(pact, "x-provider", "provider name", contract.provider(), pact.provider());
        }
        if (pact.others() > 0) {
            inconclusive.add(pact.source() + ": interactions that are not over HTTP: " + pact.others());
        }
        if (pact.interactions().isEmpty()) {
            inconclusive.add(pact.source() + ": it holds no interaction over HTTP");
        }
        UnreadRules.in(pact.json())
                .forEach(place -> find(pact, "matching-rules", place, "rules that Pact reads", "it passes over them"));
        pact.unreadBodies()
                .forEach(place -> find(pact, "contents", place, "a body that Pact reads", "it passes over it"));
        secrets.in(pact.json())
                .forEach((place, what) ->
                        find(pact, "no-secret-in-a-pact", place, "no secret", "what looks like " + what));
        pact.interactions().forEach(interaction -> {
            CheckedPacts checked = new InteractionCheck(contract, pact, interaction).check();
            findings.addAll(checked.findings());
            tighter.addAll(checked.tighter());
            inconclusive.addAll(checked.inconclusive());
        });
    }

    private PactFinding withoutSecrets(PactFinding found) {
        Finding finding = found.finding();
        return new PactFinding(
                found.pact(),
                secrets.hidden(found.interaction()),
                new Finding(
                        secrets.hidden(finding.clause()),
                        secrets.hidden(finding.place()),
                        secrets.hidden(finding.wrong()),
                        secrets.hidden(finding.actual()),
                        finding.exchange()));
    }

    private void find(PactDocument pact, String clause, String place, String expected, String actual) {
        findings.add(new PactFinding(pact.source(), "", InteractionCheck.finding(clause, place, expected, actual)));
    }
}
