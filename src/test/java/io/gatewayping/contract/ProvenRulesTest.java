package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build has parsed is what would be parsed now. */
final class ProvenRulesTest {

    private final Contract contract = Contract.builtIn();

    @Test
    void areParsedAsTheyStand() throws Exception {
        List<String> rules = contract.document()
                .everywhere("x-rules")
                .flatMap(list -> list.items().stream())
                .map(rule -> rule.child("rule").text())
                .toList();

        assertThat(rules).isNotEmpty();
        for (String rule : rules) {
            CelAbstractSyntaxTree parsed = RuleProgram.parsed(rule);
            assertThat(ProvenRules.tree(rule)).as(rule).hasValueSatisfying(kept -> {
                assertThat(kept.getExpr()).isEqualTo(parsed.getExpr());
                assertThat(kept.getReferenceMap()).isEqualTo(parsed.getReferenceMap());
                assertThat(kept.getTypeMap()).isEqualTo(parsed.getTypeMap());
                assertThat(kept.getSource().getMacroCalls())
                        .isEqualTo(parsed.getSource().getMacroCalls());
            });
        }
    }

    @Test
    void areKeptAlikeEachTime(@TempDir Path folder) throws IOException {
        ProvenRules.keep(contract, folder.resolve("first"));
        ProvenRules.keep(contract, folder.resolve("second"));

        assertThat(folder.resolve("first")).hasSameBinaryContentAs(folder.resolve("second"));
        assertThat(Files.readAllBytes(folder.resolve("first")))
                .isEqualTo(ProvenRules.class
                        .getClassLoader()
                        .getResourceAsStream("openapi/proven.rules")
                        .readAllBytes());
    }

    @Test
    void whatStandsNowhereIsNotKnown() {
        assertThat(ProvenRules.tree("self.status == 299")).isEmpty();
    }
}
