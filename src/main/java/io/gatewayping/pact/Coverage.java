package io.gatewayping.pact;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether the pacts of a folder have an interaction for every documented response, or a reason not to. Used once. */
final class Coverage {

    private final Contract contract;
    private final LeftOut leftOut;
    private final Path folder;
    private final List<PactFinding> findings = new ArrayList<>();

    Coverage(Contract contract, LeftOut leftOut, Path folder) {
        this.contract = contract;
        this.leftOut = leftOut;
        this.folder = folder;
    }

    List<PactFinding> findings(List<PactDocument> pacts) {
        leftOut.reasons().keySet().stream()
                .filter(consumer ->
                        pacts.stream().noneMatch(pact -> pact.consumer().equals(consumer)))
                .forEach(consumer ->
                        find(folder.resolve(LeftOut.FILE).toString(), "", "", "a consumer of the pacts", consumer));
        pacts.forEach(pact -> check(pact, leftOut.of(pact.consumer())));
        return findings;
    }

    private void check(PactDocument pact, Map<Integer, String> reasons) {
        Operation operation = contract.underTest();
        Set<Integer> documented = operation.responses().keySet();
        Set<Integer> covered = covered(pact, operation);
        for (int status : documented) {
            if (!covered.contains(status) && !reasons.containsKey(status)) {
                find(
                        pact.source(),
                        clause(operation, status),
                        "",
                        "an interaction, or a reason in " + LeftOut.FILE,
                        "neither");
            }
        }
        for (int status : reasons.keySet()) {
            if (covered.contains(status) || !documented.contains(status)) {
                find(
                        pact.source(),
                        clause(operation, status),
                        LeftOut.FILE,
                        "a documented response without an interaction",
                        covered.contains(status) ? "it has one" : "it is not documented");
            }
        }
    }

    private Set<Integer> covered(PactDocument pact, Operation operation) {
        return pact.interactions().stream()
                .map(interaction -> Expectations.of(interaction, null))
                .filter(expectation -> contract.served(
                                expectation.request().method(),
                                expectation.request().path())
                        .filter(operation::equals)
                        .isPresent())
                .map(expectation -> expectation.response().status())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String clause(Operation operation, int status) {
        return operation.id() + "/responses/" + status;
    }

    private void find(String source, String clause, String place, String expected, String actual) {
        findings.add(new PactFinding(source, "", InteractionCheck.finding(clause, place, expected, actual)));
    }
}
