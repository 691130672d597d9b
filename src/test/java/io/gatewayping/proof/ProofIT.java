package io.gatewayping.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import io.gatewayping.gate.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every build proves the contract that it ships, and writes the figures into the README. */
final class ProofIT {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- proof: written by the build -->\n";
    private static final String END = "<!-- /proof -->";

    private static Proof proof;

    @BeforeAll
    static void prove() throws Exception {
        proof = new Prover(Contract.builtIn(), Features.BUILT_IN, trial -> {}).prove(clause -> true);
    }

    @Test
    void everyCounterexampleIsRefusedByTheNameOfItsClauseOrBreaksNothingAsTheContractSays() {
        assertThat(proof.survivors())
                .extracting(trial -> trial.counterexample().clause() + ": "
                        + trial.counterexample().what() + ": " + trial.why())
                .isEmpty();
        assertThat(proof.stale()).isEmpty();
        assertThat(proof.total().killed()).isGreaterThan(250);
    }

    @Test
    void everyClauseHasACounterexample() {
        assertThat(proof.unproven()).isEmpty();
        assertThat(proof.refused())
                .extracting(trial -> trial.oddity().what() + ": " + trial.reasons())
                .isEmpty();
        assertThat(proof.isComplete()).isTrue();
    }

    @Test
    void theReadmeTellsTheFigures() throws IOException {
        String readme = Files.readString(README);
        String figures = BEGIN + table() + END;
        String updated = readme.substring(0, readme.indexOf(BEGIN))
                + figures
                + readme.substring(readme.indexOf(END) + END.length());
        Files.writeString(README, updated);

        assertThat(readme)
                .as("the figures in README.md changed: review and commit it")
                .isEqualTo(updated);
    }

    private static String table() {
        StringBuilder table =
                new StringBuilder("| class | clauses | counterexamples | killed | equivalent | survivors |\n"
                        + "|---|--:|--:|--:|--:|--:|\n");
        proof.byKind().forEach(tally -> row(table, tally.name(), tally));
        row(table, "**all**", proof.total());
        return table.append("%nOddities: %d, of which %d were refused.%n"
                        .formatted(proof.oddities().size(), proof.refused().size()))
                .toString();
    }

    private static void row(StringBuilder table, String name, Tally tally) {
        table.append("| %s | %d | %d | %d | %d | %d |%n"
                .formatted(
                        name,
                        tally.clauses(),
                        tally.counterexamples(),
                        tally.killed(),
                        tally.equivalent(),
                        tally.survivors()));
    }
}
