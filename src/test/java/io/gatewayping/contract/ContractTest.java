package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What can be asked of the real contract, and of what is none. */
final class ContractTest {

    private static final String PATH = "/network-troubleshooting/v1alpha1/gateways/CN1/ping";

    @TempDir
    private Path folder;

    private Contract contract;

    @BeforeEach
    void read() {
        contract = Contract.load(Path.of("openapi/gateway-ping.yaml"));
    }

    @Test
    void isReadFromAFileThatIsThere() {
        assertThatThrownBy(() -> Contract.load(folder.resolve("none.yaml")))
                .isInstanceOf(InvalidContract.class)
                .hasMessage(folder.resolve("none.yaml") + ": there is no such file");
        assertThatThrownBy(() -> Contract.load(folder))
                .isInstanceOf(InvalidContract.class)
                .hasMessageStartingWith(folder + ": it cannot be read: ");
    }

    @Test
    void isTheOneThatTheProgramWasBuiltWith() {
        assertThat(Contract.builtIn()).isSameAs(Contract.builtIn());
        assertThat(Contract.builtIn().words()).isEqualTo(contract.words());
        assertThat(Contract.builtIn(text -> text.replace("x-task: ping test", "x-task: pong test"))
                        .task())
                .isEqualTo("pong test");
        assertThat(contract.source().name()).isEqualTo("gateway-ping.yaml");
        assertThat(contract.source().version()).isNotEmpty();
        assertThat(contract.source().text()).isEqualTo(contract.words());
    }

    @Test
    void namesProviderTaskAndOperations() {
        assertThat(contract.provider()).isEqualTo("network-troubleshooting");
        assertThat(contract.task()).isEqualTo("ping test");
        assertThat(contract.underTest().id()).isEqualTo("getPingTest");
        assertThat(contract.supporting().map(Operation::id)).contains("startPingTest");
        assertThat(contract.operations()).extracting(Operation::id).containsExactly("getPingTest", "startPingTest");
        assertThat(contract.lifecycle()).isEqualTo(new Lifecycle(200, "status", Set.of("COMPLETED", "FAILED")));
    }

    @Test
    void hasABodyForARequestThatTakesOne() {
        assertThat(contract.requestExample(contract.supporting().orElseThrow()))
                .hasToString("{\"destination\":\"www.google.com\"}");
        assertThat(contract.requestExample(contract.underTest())).hasToString("{}");
        assertThat(contract.requestObligations(contract.supporting().orElseThrow())
                        .members())
                .contains("destination", "packetSize");
    }

    @Test
    void hasExamplesByOperationAndStatus() {
        assertThat(contract.examples(contract.underTest(), 404))
                .extracting(Example::name)
                .containsExactly("not-found");
        assertThat(contract.examples(contract.underTest(), 418)).isEmpty();
        assertThat(contract.examples(contract.supporting().orElseThrow()))
                .extracting(Example::name)
                .contains("started", "device-offline")
                .doesNotContain("not-found");
        assertThat(contract.example("not-found").orElseThrow().outcome()).isEqualTo("404");
        assertThat(contract.examples()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "CNF7K9X0AB, c7a3f2d1-e8a9-4b7c-8d1e-0f9a3b2c1d0e, false",
        "cnf7, c7a3f2d1-e8a9-4b7c-8d1e-0f9a3b2c1d0e, true",
        "CNF7K9X0AB, c7a3f2d1, true",
    })
    void knowsAKeyThatIsNone(String serialNumber, String taskId, boolean malformed) {
        assertThat(contract.isMalformed(new Key(Map.of("serial-number", serialNumber, "task-id", taskId))))
                .isEqualTo(malformed);
    }

    @Test
    void answersForTheKeyThatIsAskedFor() {
        Key key = contract.keys().example().with("task-id", "a\"b").with("serial-number", "CN2");
        Operation start = contract.supporting().orElseThrow();
        Response answer = contract.response(start, contract.example("started").orElseThrow(), key);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.headers()).isEqualTo(Map.of("content-type", List.of("application/json")));
        assertThat(answer.text())
                .contains(
                        "\"location\":\"/network-troubleshooting/v1alpha1/gateways/CN2/ping/async-operations/a%22b\"");
        assertThat(contract.answer(contract.example("not-found").orElseThrow().body(), key))
                .contains("Async operation task not found: a\\\"b");
    }

    @Test
    void knowsAPathWhateverTheMethod() {
        assertThat(contract.asked("POST", PATH).id()).isEqualTo("startPingTest");
        assertThat(contract.asked("PUT", PATH + "/async-operations/1").id()).isEqualTo("getPingTest");
        assertThat(contract.served("PUT", PATH)).isEmpty();
        assertThat(contract.served("GET", PATH + "/async-operations/1").map(Operation::id))
                .contains("getPingTest");
        assertThat(contract.operation("POST", PATH).id()).isEqualTo("startPingTest");
        assertThatThrownBy(() -> contract.operation("PUT", PATH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no operation of the contract: PUT " + PATH);
        assertThatThrownBy(() -> contract.asked("GET", "/pings"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no path of the contract: /pings");
    }

    @Test
    void showsWhatALifecycleIs() {
        Lifecycle lifecycle = contract.lifecycle();
        Example running = contract.example("running").orElseThrow();
        Response further = contract.response(
                contract.underTest(),
                contract.example("running-further").orElseThrow(),
                contract.keys().example());
        Response failed = contract.response(
                contract.underTest(),
                contract.example("failed").orElseThrow(),
                contract.keys().example());

        assertThat(lifecycle.shows(further, running)).isTrue();
        assertThat(lifecycle.shows(failed, running)).isFalse();
        assertThat(lifecycle.isTerminal(further)).isFalse();
        assertThat(lifecycle.isTerminal(failed)).isTrue();
        assertThat(lifecycle.isTerminal(new Response(404, failed.headers(), failed.body())))
                .isFalse();
    }

    @Test
    void hasClausesOfItsRulesOnWholeAnswers() {
        assertThat(contract.responseRules(contract.underTest()))
                .extracting(Rule::id)
                .startsWith("token-never-echoed")
                .contains("unauthenticated-answers-alike");
        assertThat(contract.clause("token-never-echoed").kind()).isEqualTo(Clause.Kind.RULE);
        assertThat(contract.clause("unauthenticated-answers-alike").kind()).isEqualTo(Clause.Kind.TRANSITION);
        assertThat(contract.equivalents()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PingTest/properties/percent/minimum, at the bound, true",
        "PingTest/properties/name/minLength, at the bound, true",
        "PingTest/properties/percent/maximum, at the bound, false",
        "PingTest/properties/percent/minimum, below the bound, false",
    })
    void saysWhatBreaksNothing(String clause, String mutation, boolean named) {
        Equivalent equivalent = Contract.load(Path.of("src/test/resources/contract/small.yaml"))
                .equivalents()
                .get(0);

        assertThat(equivalent.names(clause, mutation)).isEqualTo(named);
        assertThat(equivalent.place()).isEqualTo("/x-equivalents/0");
        assertThat(equivalent.why()).isEqualTo("a bound is allowed");
    }

    @Test
    void findsClausesLikeAPattern() {
        assertThat(contract.clausesLike("getPingTest/responses/20*/content"))
                .containsExactly("getPingTest/responses/200/content");
        assertThat(contract.clausesLike("latency-order")).containsExactly("latency-order");
        assertThat(contract.clausesLike("getPingTest/*/content")).isEmpty();
    }

    @Test
    void whatARuleCannotBeAskedOfDoesNotKeepIt() {
        Contract small = Contract.load(Path.of("src/test/resources/contract/small.yaml"));
        Obligations missing = small.obligations(small.underTest(), 404);
        JsonNode body = small.example("missing").orElseThrow().body();

        assertThat(missing.keptBy(body, small.keys().example().parameters()).isAll())
                .isTrue();
        assertThat(missing.keptBy(body, Map.of()).isAll()).isFalse();
    }

    @Test
    void whatIsSentAgainIsJudgedOnceForEachThatAsksForIt() {
        Contract small = Contract.load(Path.of("src/test/resources/contract/small.yaml"));
        Obligations missing = small.obligations(small.underTest(), 404);
        JsonNode body = small.example("missing").orElseThrow().body();
        Map<String, String> asked = small.keys().example().parameters();
        Response one =
                new Response(404, Collections.emptySortedMap(), body.toString().getBytes(StandardCharsets.UTF_8));
        Response again = new Response(404, one.headers(), one.body().clone());
        Obligations.Kept kept = missing.keptBy(one, body, asked);

        assertThat(kept.isAll()).isTrue();
        assertThat(missing.keptBy(again, body, asked)).isSameAs(kept);
        assertThat(missing.keptBy(again, body, Map.of()).isAll()).isFalse();
    }
}
