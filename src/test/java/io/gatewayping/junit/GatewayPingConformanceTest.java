package io.gatewayping.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayping.contract.Contract;
import io.gatewayping.counterexample.Counterexample;
import io.gatewayping.counterexample.Counterexamples;
import io.gatewayping.stub.Stub;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** What JUnit is told of a provider that breaks the contract, and of one that cannot be judged. */
final class GatewayPingConformanceTest {

    private static final String TOKEN = "a-token-for-tests-1";

    @ParameterizedTest
    @ValueSource(strings = {"secret-and-nonsense", "mailto:secret@example.com", "ftp://user:secret@127.0.0.1/"})
    void whatIsNoUrlIsRefusedAtOnceAndNotShown(URI base) {
        assertThatThrownBy(() -> GatewayPingConformance.of(base, URI.create("HTTP://127.0.0.1/"), TOKEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("baseUri is no URL of a host, such as http://127.0.0.1:8080");
    }

    @Test
    void aSchemeIsOneInAnyCase() {
        URI any = URI.create("HTTP://127.0.0.1:1/");

        assertThat(GatewayPingConformance.of(any, any, TOKEN)).isNotNull();
    }

    @Test
    void onlyTheScenariosThatClaimItFail() throws Exception {
        Map<String, Optional<Throwable>> results = resultsWith("received-within-sent", "@results or @lifecycle");

        assertThat(results.get("No more packets are received than sent")).hasValueSatisfying(failure -> assertThat(
                        failure)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("received-within-sent at /output/receivedPacketsCount\n  wrong:    more packets")
                .hasMessageContaining("curl -sS -i"));
        assertThat(results.get("A completed test has an end, a result and no reason to have failed"))
                .isEmpty();
    }

    @Test
    void whatNoScenarioClaimsFailsByItself() throws Exception {
        Map<String, Optional<Throwable>> results = resultsWith("received-within-sent", "@lifecycle");

        assertThat(results.get("No clause is broken that no scenario claims"))
                .hasValueSatisfying(failure -> assertThat(failure)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("received-within-sent"));
    }

    @Test
    void aProviderThatCannotBeReachedIsNoSuccess() {
        URI nobody = URI.create("http://127.0.0.1:1");

        Map<String, Optional<Throwable>> results =
                results(GatewayPingConformance.of(nobody, nobody, TOKEN).tagged("@smoke"));

        assertThat(results.remove("The provider can be judged")).hasValueSatisfying(failure -> assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("could not be judged: the provider cannot be reached"));
        assertThat(results.values()).isNotEmpty().allSatisfy(result -> assertThat(result)
                .containsInstanceOf(TestAbortedException.class));
    }

    @Test
    void noScenarioIsNoSuccess() {
        URI nobody = URI.create("http://127.0.0.1:1");

        assertThatThrownBy(() -> GatewayPingConformance.of(nobody, nobody, TOKEN)
                        .tagged("@none")
                        .tests())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no scenario with the tags @none");
    }

    private static Map<String, Optional<Throwable>> resultsWith(String clause, String tags) throws Stub.NotStarted {
        Contract contract = Contract.builtIn();
        Counterexample broken = Counterexamples.of(contract).stream()
                .filter(it -> it.clause().equals(clause))
                .findFirst()
                .orElseThrow();
        try (Stub stub = Stub.start(contract, "127.0.0.1", 0, TOKEN)) {
            stub.answerBy(broken);
            return results(GatewayPingConformance.of(stub.baseUrl(), stub.stateUrl(), TOKEN)
                    .tagged(tags));
        }
    }

    /** As JUnit runs them: what each ended with, by its name. */
    private static Map<String, Optional<Throwable>> results(GatewayPingConformance conformance) {
        Map<String, Optional<Throwable>> results = new LinkedHashMap<>();
        try (Stream<DynamicNode> nodes = conformance.tests()) {
            nodes.flatMap(GatewayPingConformanceTest::tests)
                    .forEach(test -> results.put(test.getDisplayName(), failure(test)));
        }
        return results;
    }

    private static Stream<DynamicTest> tests(DynamicNode node) {
        return node instanceof DynamicContainer container
                ? container.getChildren().flatMap(GatewayPingConformanceTest::tests)
                : Stream.of((DynamicTest) node);
    }

    private static Optional<Throwable> failure(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }
}
