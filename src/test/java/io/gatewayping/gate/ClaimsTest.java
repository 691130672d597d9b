package io.gatewayping.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Basis;
import io.gatewayping.contract.Clause;
import io.gatewayping.contract.Contract;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the vendor documents, QA finds in the features. */
final class ClaimsTest {

    @Test
    void everyDocumentedClauseIsClaimedByAScenario() {
        Contract contract = Contract.load(Path.of("openapi/gateway-ping.yaml"));
        Features features = new Features(List.of(Path.of("features").toUri().toString()), null, 1);
        Set<String> claims = new Gate(contract, new Seed(1), List.of())
                .texts(features).values().stream()
                        .flatMap(text -> text.steps().stream())
                        .flatMap(step -> step.claims().stream())
                        .collect(Collectors.toSet());

        assertThat(contract.clauses())
                .filteredOn(clause -> clause.basis() == Basis.DOCUMENTED && !clause.supporting())
                .extracting(Clause::id)
                .filteredOn(id -> claims.stream().noneMatch(pattern -> Clause.isLike(id, pattern)))
                .as("documented clauses that no scenario claims")
                .isEmpty();
    }
}
