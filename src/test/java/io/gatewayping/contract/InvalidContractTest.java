package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contract that does not hold what it says of itself is not loaded: each case spoils the real one in one place. */
final class InvalidContractTest {

    private static final Path CONTRACT = Path.of("openapi/gateway-ping.yaml");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not YAML | openapi: 3.1.0 | openapi: [3.1.0 | spoiled.yaml: line ",
                "another version of OpenAPI | openapi: 3.1.0 | openapi: 3.0.3 | /openapi: not an OpenAPI 3.1 document",
                "no valid OpenAPI | description: OK. Returns the status | descriptio: OK. Returns the status | not valid OpenAPI",
                "a default response | '500': {$ref: '#/components/responses/InternalServerError'} | default: {$ref: '#/components/responses/InternalServerError'} | document each status code; default is none",
                "a reference to nothing | schema: {$ref: '#/components/schemas/PingTest'} | schema: {$ref: '#/components/schemas/PingTset'} | PingTset",
                "a keyword that no check judges | progressPercent: {const: 100, x-basis: derived} | progressPercent: {multipleOf: 100} | no check judges the keyword multipleOf",
                "a response of another media type | application/json: | application/xml: | a response needs the media type application/json and its schema",
                "an unknown basis | progressPercent: {const: 100, x-basis: derived} | progressPercent: {const: 100, x-basis: guessed} | /components/schemas/PingTest/then/properties/progressPercent/x-basis: a basis is documented, derived or inferred, not 'guessed'",
                "an example that breaks its schema | progressPercent: 80 | progressPercent: 101 | /components/examples/running-further/value/progressPercent: the example breaks PingTest/properties/progressPercent/maximum",
                "an example that breaks a rule | averageLatencyMilliseconds: '20.5' | averageLatencyMilliseconds: '24' | /components/examples/completed-with-partial-loss: the example breaks the rule latency-order",
                "a sequence that breaks a transition rule | progressPercent: 80 | progressPercent: 30 | /components/examples/running-further: the example breaks the rule progress-never-falls",
                "a rule that is no CEL | rule: oldSelf.progressPercent <= self.progressPercent | rule: oldSelf.progressPercent <= | the rule progress-never-falls does not compile",
                "a rule without a counterexample | breaks: {progressPercent: 39} | broke: {progressPercent: 39} | a rule has no member broke",
                "breaks that breaks nothing | breaks: {progressPercent: 39} | breaks: {progressPercent: 100} | breaks does not break the rule progress-never-falls on any example",
                "breaks that breaks another rule | also: [raw-output-rate] | also: [] | breaks of the rule rate-matches-counts breaks also [raw-output-rate], not []",
                "also that names a rule that holds | also: [raw-output-rate] | also: [raw-output-rate, latency-order] | breaks also [raw-output-rate], not [raw-output-rate, latency-order]",
                "breaks that breaks the schema | breaks: {output: {packetSizeBytes: '64'}} | breaks: {output: {packetSizeBytes: '-64'}} | breaks of the rule raw-output-packet-size breaks PingResult/properties/packetSizeBytes/pattern too",
                "an example that breaks a rule on whole responses | !(self.interim + | !self.text.contains('Rate limit') && !(self.interim + | /components/examples/too-many-requests: the example breaks the rule token-never-echoed",
                "breaks of a rule on whole responses that breaks nothing | breaks: {headers: {x-debug-authorization: [Bearer $TOKEN]}} | breaks: {headers: {x-debug-authorization: [Bearer]}} | breaks does not break the rule token-never-echoed on any example",
                "an id that is used twice | id: latency-order | id: received-within-sent | the id received-within-sent is used at",
                "an id that is no id | id: latency-order | id: Latency Order | a rule's id is lower-case words with hyphens, not Latency Order",
                "a state that names no example | {serves: [bad-request]} | {serves: [bad-requests]} | /x-provider-states/the request is rejected as invalid/serves/0: no example is called 'bad-requests'",
                "a state that serves nothing | {serves: [bad-request]} | {serves: []} | a state serves at least one example",
                "a state beside an unknown one | otherSerialNumber: a ping test has completed | otherSerialNumber: a ping test | no state is called 'a ping test'",
                "an equivalent without a reason | why: the bound itself is allowed | because: the bound itself is allowed | /x-equivalents/0: an equivalent needs clauses, mutations and why",
                "an equivalent of nothing | mutations: [at the bound] | mutations: [] | /x-equivalents/0: an equivalent needs clauses, mutations and why",
                "an equivalent to no clause | clauses: ['PingResult/properties/*/pattern'] | clauses: [] | /x-equivalents/1: an equivalent needs clauses, mutations and why",
                "no operation under test | x-supporting: true | x-supporting: maybe | exactly one operation is under test",
            })
    void isRefused(String what, String good, String bad, String message) throws IOException {
        String contract = Files.readString(CONTRACT);
        assertThat(contract).contains(good);

        assertThatThrownBy(() -> Contract.parse("spoiled.yaml", contract.replace(good, bad)))
                .isInstanceOf(InvalidContract.class)
                .hasMessageStartingWith("spoiled.yaml: ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-rules: [RULE] | /components/schemas/Unread/x-rules/0",
                "anyOf: [{x-rules: [RULE]}] | /components/schemas/Unread/anyOf/0/x-rules/0",
            })
    void aRuleWhereNobodyReadsItIsRefused(String rules, String place) throws IOException {
        String contract = Files.readString(CONTRACT);
        String rule = "{id: unread, rule: 'true', message: m, basis: derived, breaks: {}}";
        String spoiled = contract.replace(
                "    PingTestRequest:\n",
                "    Unread:\n      " + rules.replace("RULE", rule) + "\n    PingTestRequest:\n");

        assertThatThrownBy(() -> Contract.parse("spoiled.yaml", spoiled))
                .isInstanceOf(InvalidContract.class)
                .hasMessage("spoiled.yaml: " + place
                        + ": rules are read on operations and on the schemas of responses only");
    }

    @Test
    void alsoOfARuleOnWholeResponsesNamesNoRuleThatHolds() throws IOException {
        String contract = Files.readString(CONTRACT);
        String good = "          breaks: {headers: {x-debug-authorization: [Bearer $TOKEN]}}\n";
        assertThat(contract).contains(good);

        assertThatThrownBy(() -> Contract.parse(
                        "spoiled.yaml", contract.replace(good, good + "          also: [latency-order]\n")))
                .isInstanceOf(InvalidContract.class)
                .hasMessageEndingWith("/get/x-rules/0/also: breaks of the rule token-never-echoed breaks also [],"
                        + " not [latency-order]");
    }

    @Test
    void aRuleThatCannotBeEvaluatedIsRefused() throws IOException {
        String contract = Files.readString(CONTRACT);
        String good = "time(self.startTime) <=";
        assertThat(contract).contains(good);

        assertThatThrownBy(() -> Contract.parse("spoiled.yaml", contract.replace(good, "self.beginning <=")))
                .isInstanceOf(InvalidContract.class)
                .hasMessageContaining("the rule end-not-before-start could not be evaluated");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> Contract.load(Path.of("openapi/nowhere.yaml")))
                .isInstanceOf(InvalidContract.class)
                .hasMessage("openapi/nowhere.yaml: /: there is no such file");
    }

    @Test
    void theRealOneIsLoaded() {
        assertThat(Contract.load(CONTRACT).clauses()).extracting(Clause::id).contains("received-within-sent");
    }
}
