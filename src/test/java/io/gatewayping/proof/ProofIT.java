package io.gatewayping.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import io.gatewayping.gate.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    void everyCounterexampleIsRefusedByTheNameOfItsClause() {
        assertThat(proof.survivors())
                .extracting(trial -> trial.counterexample().clause() + ": "
                        + trial.counterexample().what())
                .isEmpty();
        assertThat(proof.trials()).hasSizeGreaterThan(250);
    }

    @Test
    void everyClauseHasACounterexample() {
        assertThat(proof.unproven()).isEmpty();
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
        StringBuilder table = new StringBuilder(
                "| class | clauses | counterexamples | killed | survivors |\n|---|--:|--:|--:|--:|\n");
        proof.byKind().forEach((kind, trials) -> row(table, kind.name().toLowerCase(Locale.ROOT), trials));
        row(table, "**all**", proof.trials());
        return table.toString();
    }

    private static void row(StringBuilder table, String name, List<Trial> trials) {
        long killed = trials.stream().filter(Trial::isKilled).count();
        long clauses = trials.stream()
                .map(trial -> trial.counterexample().clause())
                .distinct()
                .count();
        table.append(
                "| %s | %d | %d | %d | %d |%n".formatted(name, clauses, trials.size(), killed, trials.size() - killed));
    }
}
