package io.gatewayping.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayping.contract.Contract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof itself can fail: it does so when the features leave a clause out. */
final class ProverTest {

    @TempDir
    private Path features;

    @Test
    void aCounterexampleThatNoScenarioMeetsSurvives() throws Exception {
        Files.writeString(
                features.resolve("narrow.feature"),
                """
                Feature: Too narrow
                  Scenario: Only an unknown test is read
                    When the client reads an unknown ping test
                    Then the answer is 404 [states/no-ping-test-exists]
                """);
        List<Trial> heard = new ArrayList<>();

        Proof proof = new Prover(Contract.builtIn(), features.toUri().toString(), heard::add)
                .prove(clause -> clause.id().equals("received-within-sent"));

        assertThat(proof.isComplete()).isFalse();
        assertThat(proof.survivors()).isEqualTo(heard).hasSize(1);
    }

    @Test
    void nothingIsProvenByRefusingTheHonestProvider() throws Exception {
        Files.writeString(
                features.resolve("wrong.feature"),
                """
                Feature: Wrong
                  Scenario: No such clause
                    When the client reads an unknown ping test
                    Then nothing is claimed [no-such-clause]
                """);

        assertThatThrownBy(() ->
                        new Prover(Contract.builtIn(), features.toUri().toString(), trial -> {}).prove(clause -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the stub itself does not conform")
                .hasMessageContaining("the contract has no clause no-such-clause");
    }
}
