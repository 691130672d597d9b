package io.gatewayping.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayping.contract.Contract;
import io.gatewayping.gate.Features;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
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
                  Scenario: Nothing runs
                    When the client reads an unknown ping test
                    Then it is running [states/a-ping-test-is-running]
                """);

        assertThatThrownBy(() ->
                        new Prover(Contract.builtIn(), features.toUri().toString(), trial -> {}).prove(clause -> true))
                .isInstanceOf(Prover.NothingProven.class)
                .hasMessage("nothing is proven, since the stub itself does not pass these features: "
                        + "wrong.feature: Nothing runs: nothing was there to judge the clause "
                        + "states/a-ping-test-is-running by: it speaks of answers in the state 'a ping test is running'; "
                        + "answered here: 404");
    }

    @Test
    void aCounterexampleThatBreaksNothingSurvivesUntilTheContractSaysWhy() throws Exception {
        Proof justified = prove("PingTest/properties/progressPercent/maximum", contract -> contract);
        assertThat(justified.isComplete()).isTrue();
        assertThat(justified.total()).isEqualTo(new Tally("all", 1, 12, 8, 4, 0));

        Proof unjustified = prove(
                "PingTest/properties/progressPercent/maximum",
                contract -> contract.replace("      - '*/properties/*/maximum'\n", ""));
        assertThat(unjustified.isComplete()).isFalse();
        assertThat(unjustified.total()).isEqualTo(new Tally("all", 1, 12, 8, 0, 4));
        assertThat(unjustified.survivors()).allSatisfy(trial -> {
            assertThat(trial.counterexample().what()).isEqualTo("at the bound: /progressPercent = 100");
            assertThat(trial.why()).isEqualTo("it breaks nothing: say why in x-equivalents, or mend the clause");
        });
    }

    @Test
    void aStaleJustificationIsNamed() throws Exception {
        Proof killed = prove(
                "PingTest/properties/progressPercent/maximum",
                contract -> contract.replace("mutations: [at the bound]", "mutations: [at the bound, past the bound]"));
        assertThat(killed.survivors()).isEmpty();
        assertThat(killed.isComplete()).isFalse();
        assertThat(killed.stale())
                .contains("/x-equivalents/0: 'past the bound' of */properties/*/maximum breaks"
                        + " PingTest/properties/progressPercent/maximum on /progressPercent = 101");

        Proof gone = prove(
                "PingTest/properties/progressPercent/maximum",
                contract -> contract.replace("mutations: [at the bound]", "mutations: [at the bound, at the edge]"));
        assertThat(gone.survivors()).isEmpty();
        assertThat(gone.isComplete()).isFalse();
        assertThat(gone.stale())
                .contains("/x-equivalents/0: 'at the edge' of */properties/*/maximum names no counterexample");
    }

    private Proof prove(String clause, UnaryOperator<String> change) throws Exception {
        Path contract = features.resolve("contract.yaml");
        Files.writeString(contract, change.apply(Files.readString(Path.of("openapi/gateway-ping.yaml"))));
        return new Prover(Contract.load(contract), Features.BUILT_IN, trial -> {})
                .prove(it -> it.id().equals(clause));
    }
}
