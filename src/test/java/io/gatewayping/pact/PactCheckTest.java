package io.gatewayping.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gatewayping.contract.Contract;
import io.gatewayping.gate.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pact that breaks the contract is found out by the clause and the place; one that is only odd is not. */
final class PactCheckTest {

    private static final Contract CONTRACT = Contract.builtIn();
    private static final List<String> SECRETS = List.of("known-secret-of-this-process");

    @TempDir
    private Path folder;

    static Stream<ChangedPact> breaches() throws IOException {
        return ChangedPact.of("breaches.yaml");
    }

    static Stream<ChangedPact> oddities() throws IOException {
        return ChangedPact.of("oddities.yaml");
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void findsABreach(ChangedPact pact) throws Exception {
        // A place in the pact has the number of its interaction among all of them.
        PactDocument document =
                pact.text("place").startsWith("/interactions/") ? pact.document() : pact.onlyWhatIsChanged();
        CheckedPacts checked = new PactCheck(CONTRACT, SECRETS).checkAll(folder, List.of(document));

        assertThat(checked.findings())
                .extracting(found -> found.finding().clause(), found -> found.finding()
                        .place())
                .contains(tuple(pact.text("clause"), pact.text("place")));
        assertThat(checked.verdict()).isEqualTo(Verdict.DOES_NOT_CONFORM);
        assertThat(checked.findings().toString()).doesNotContain("known-secret", "7f3kQ9zLm2Xc8Vb4Nn6Pp1Rr");
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void letsAnOddityPass(ChangedPact pact) throws Exception {
        CheckedPacts checked = new PactCheck(CONTRACT, SECRETS).check(List.of(pact.onlyWhatIsChanged()));

        assertThat(checked.findings()).as(pact.text("why")).isEmpty();
        assertThat(checked.inconclusive()).isEmpty();
        assertThat(checked.verdict()).isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void saysWhichVersionHoldsWhatAStateNeeds() throws Exception {
        PactDocument second = PactDocument.parse(
                "it",
                """
                {"consumer": {"name": "a"}, "provider": {"name": "network-troubleshooting"},
                 "metadata": {"pactSpecification": {"version": "2.0.0"}}, "interactions": [
                   {"description": "x", "providerState": "a ping test has completed", "request": {"method": "GET",
                      "path": "/network-troubleshooting/v1alpha1/gateways/CN1/ping/async-operations/0c8e7d15-9b42-4f6a-b3d8-2e1f5a6c7d03",
                      "headers": {"Authorization": "Bearer a-token"}}, "response": {"status": 200}}]}
                """);

        assertThat(new PactCheck(CONTRACT, SECRETS).check(List.of(second)).findings())
                .extracting(found -> found.finding().wrong())
                .containsExactly(
                        "expected: params with serialNumber, as pacts hold them from version 3 on",
                        "expected: params with taskId, as pacts hold them from version 3 on");
    }

    @Test
    void aParamThatIsANumberIsOne() throws Exception {
        Contract cable = Contract.load(Path.of("src/test/resources/cable/cable-test.yaml"));
        String path = cable.underTest()
                .target(cable.keys()
                        .example()
                        .with("site-id", "campus-0042")
                        .with("serial-number", "SG30LMR114")
                        .with("test-number", "470811"));
        PactDocument third = PactDocument.parse(
                "it",
                """
                {"consumer": {"name": "a"}, "provider": {"name": "%s"}, "interactions": [
                   {"description": "x", "providerStates": [{"name": "a cable test has completed", "params":
                      {"siteId": "campus-0042", "serialNumber": "SG30LMR114", "testNumber": 470811}}],
                    "request": {"method": "GET", "path": "%s", "headers": {"Authorization": "Bearer a-token"}},
                    "response": {"status": 200, "body": {"status": "COMPLETED"}}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}
                """
                        .formatted(cable.provider(), path));

        assertThat(new PactCheck(cable, SECRETS).check(List.of(third)).findings())
                .isEmpty();
    }

    @Test
    void aDocumentedResponseIsLeftOutForAReason() throws Exception {
        PactDocument pact = breach("a documented response without an interaction");

        Files.writeString(folder.resolve("left-out.yaml"), "gateway-ping-client: {'429': it asks once an hour}");
        assertThat(new PactCheck(CONTRACT, SECRETS)
                        .checkAll(folder, List.of(pact))
                        .findings())
                .isEmpty();
    }

    @Test
    void aReasonForWhatIsNotLeftOutIsStale() throws Exception {
        PactDocument pact = breach("a documented response without an interaction");

        Files.writeString(
                folder.resolve("left-out.yaml"),
                """
                gateway-ping-client: {'429': it asks once an hour, '500': it never fails, '503': it is never busy}
                nobody: {'500': it never fails}
                """);
        assertThat(new PactCheck(CONTRACT, SECRETS)
                        .checkAll(folder, List.of(pact))
                        .findings())
                .extracting(found -> found.finding().clause(), found -> found.finding()
                        .actual())
                .containsExactlyInAnyOrder(
                        tuple("getPingTest/responses/500", "it has one"),
                        tuple("getPingTest/responses/503", "it is not documented"),
                        tuple("", "nobody"));
    }

    @Test
    void aResponseIsLeftOutForNoReason() throws Exception {
        Files.writeString(folder.resolve("left-out.yaml"), "gateway-ping-client: {'429': ''}");

        assertThatThrownBy(() -> new PactCheck(CONTRACT, SECRETS).checkAll(folder, List.of()))
                .isInstanceOf(UnreadablePact.class)
                .hasMessageContaining("left-out.yaml: 429: ");
    }

    @Test
    void aMessageCannotBeJudged() throws Exception {
        PactDocument pact = PactDocument.parse(
                "the pact",
                """
                {"consumer": {"name": "a"}, "provider": {"name": "network-troubleshooting"},
                 "interactions": [{"type": "Asynchronous/Messages", "description": "pinged", "contents": {"content": "x"}}],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """);

        CheckedPacts checked = new PactCheck(CONTRACT, SECRETS).check(List.of(pact));

        assertThat(checked.inconclusive())
                .anyMatch(reason -> reason.endsWith("interactions that are not over HTTP: 1"));
        assertThat(checked.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aTerminalObeysNothingOfAPact() throws Exception {
        PactDocument pact = PactDocument.parse(
                "the pact",
                """
                {"consumer": {"name": "a"}, "provider": {"name": "network-troubleshooting"},
                 "interactions": [
                   {"type": "Synchronous/HTTP", "description": "\\u001b[2J", "request": {"method": "GET", "path": "/\\u001b[2J"},
                    "response": {"status": 200}},
                   {"type": "Synchronous/HTTP", "description": "start",
                    "request": {"method": "POST", "path": "/network-troubleshooting/v1alpha1/gateways/CNF7K9X0AB/ping",
                     "headers": {"Authorization": ["Bearer a"], "X-\\u001b": ["glpat-0123456789abcdefghij"]},
                     "body": {"content": {"destination": "a"}, "contentType": "application/json", "encoded": false}},
                    "response": {"status": 202, "body": {"content": {"\\u001b[2J": 1}, "contentType": "application/json", "encoded": false}}}],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """);

        CheckedPacts checked = new PactCheck(CONTRACT, SECRETS).check(List.of(pact));

        assertThat(checked.findings())
                .extracting(found -> found.finding().clause())
                .contains("paths", "no-secret-in-a-pact", "startPingTest/responses/202/content");
        assertThat(checked.findings().toString()).contains("\\u001B[2J").doesNotContain("\u001b");
    }

    @Test
    void aRuleThatRefusesSomeConformingAnswersIsTold() throws Exception {
        PactDocument pact = oddity("nothing odd at all");

        CheckedPacts checked = new PactCheck(CONTRACT, SECRETS).check(List.of(pact));

        assertThat(checked.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(checked.tighter())
                .extracting(
                        found -> found.interaction(), found -> found.finding().place())
                .contains(tuple(
                        "a request with a token (a ping test has completed)",
                        "response body $.output.minimumLatencyMilliseconds"))
                .doesNotContain(tuple(
                        "a request with a token (a ping test has completed)", "response body $.output.destination"));
    }

    @Test
    void whatTheRulesOfAnInteractionRefuseIsFoundOnceForEachPlace() throws Exception {
        CheckedPacts checked = new PactCheck(CONTRACT, SECRETS).check(List.of(breach("null for a value")));

        assertThat(checked.findings())
                .extracting(found -> found.finding().place(), found -> found.finding()
                        .actual())
                .containsExactly(tuple(
                        "response body $.endTime",
                        "Expected '2025-05-20T13:35:00.211569256Z' (String) to be a null value"));
        assertThat(checked.tighter()).isEmpty();
    }

    @Test
    void noPactIsNoGreenLight() {
        assertThat(new PactCheck(CONTRACT, SECRETS).check(List.of()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static PactDocument breach(String name) throws Exception {
        return named(name, breaches());
    }

    private static PactDocument oddity(String name) throws Exception {
        return named(name, oddities());
    }

    private static PactDocument named(String name, Stream<ChangedPact> pacts) throws Exception {
        return pacts.filter(pact -> pact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .document();
    }
}
