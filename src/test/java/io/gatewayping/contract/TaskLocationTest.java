package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a location names is the id, as the contract describes it, by as much of the path of the contract as is there. */
final class TaskLocationTest {

    private static final String ID = "c7a3f2d1-e8a9-4b7c-8d1e-0f9a3b2c1d0e";
    private static final String PATH = "/network-troubleshooting/v1alpha1/gateways/CN1/ping/async-operations/";

    private final Contract ping = Contract.builtIn();
    private final Contract cable = Contract.load(Path.of("src/test/resources/cable/cable-test.yaml"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                PATH + ID,
                "https://api.example.com" + PATH + ID,
                "/behind/a/proxy" + PATH + ID,
                "/network-troubleshooting/v1/gateways/CN1/ping/async-operations/" + ID,
                "/another/way/async-operations/" + ID,
                PATH + ID + "/",
                PATH + ID + "/status",
                PATH + ID + "?wait=true#status",
                "async-operations/" + ID,
                ID,
            })
    void ofAPingTestNamesAUuid(String location) {
        assertThat(named(ping, location, "{}")).contains(ID);
        assertThat(named(ping, null, "{\"location\":\"" + location + "\"}")).contains(ID);
    }

    @Test
    void keepsTheIdAsItIsSpelt() {
        String shouted = "C7A3F2D1-E8A9-4B7C-8D1E-0F9A3B2C1D0E";

        assertThat(named(ping, PATH + shouted, "{}")).contains(shouted);
    }

    @Test
    void isReadInTheHeaderFirst() {
        String other = ID.replace('c', 'd');

        assertThat(named(ping, PATH + ID, "{\"location\":\"" + PATH + other + "\"}"))
                .contains(ID);
        assertThat(named(ping, "/elsewhere", "{\"location\":\"" + PATH + other + "\"}"))
                .contains(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", PATH, PATH + "4711", "/elsewhere", "https://" + ID + ".example.com/"})
    void ofNothingLikeAUuidNamesNothing(String location) {
        assertThat(named(ping, location, "{}")).isEmpty();
    }

    @Test
    void longerThanAnybodyCouldAskForNamesNothing() {
        assertThat(named(ping, "/x".repeat(1 << 18) + PATH + ID, "{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/network-troubleshooting/v1alpha1/sites/campus-0042/switches/SG30LMR114/cable-tests/17",
                "http://10.0.0.7:8080/v2/sites/1/switches/2/cable-tests/17",
                "/v2/cable-tests/17/status/3",
                "/cable-tests/%317",
            })
    void mayNameANumberAmongOthers(String location) {
        assertThat(named(cable, location, "{}")).contains("17");
    }

    @Test
    void keepsWhatIsKnown() {
        assertThat(in(cable, "/cable-tests/17", "{}"))
                .contains(
                        new Key(Map.of("site-id", "branch-0007", "serial-number", "SG0000000A", "test-number", "17")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/sites/campus-0042/switches/SG1/cable-tests/17 | {serial-number=SG1, site-id=campus-0042}",
                "https://a.example.com/switches/SG%31/cable-tests/17?x=/switches/SG2/cable-tests/18 | {serial-number=SG1}",
                "/v1/sites/branch-0007/switches/SG0000000A/cable-tests/17 | {}",
                "/switches/SG%3000000%30A/cable-tests/17 | {}",
                "/behind/SG1/cable-tests/17 | {}",
                "/cable-tests/17 | {}",
                "/v1/sites/campus-0042/switches/SG1/cable-tests/none | {}",
            })
    void mayNameWhatWasNotAskedFor(String location, String elsewhere) {
        String right = "/v1/sites/branch-0007/switches/SG0000000A/cable-tests/17";

        for (Response answer : List.of(
                answer(location, "{}"),
                answer(null, "{\"location\":\"" + location + "\"}"),
                answer(right, "{\"location\":\"" + location + "\"}"))) {
            assertThat(of(cable).elsewhere(answer, asked(cable))).hasToString(elsewhere);
        }
    }

    @Test
    void tellsWhatIsElsewhereByTheHeaderFirst() {
        Response answer = answer("/switches/SG1/cable-tests/17", "{\"location\":\"/switches/SG2/cable-tests/17\"}");

        assertThat(of(cable).elsewhere(answer, asked(cable))).hasToString("{serial-number=SG1}");
        assertThat(of(cable).told()).containsExactly("test-number");
    }

    /** The example of a refusal tells nothing of where a task is. */
    @Test
    void standsInNoMemberOfAnotherAnswer() {
        Contract refusing = Contract.load(
                Path.of("src/test/resources/contract/small.yaml"),
                text -> text.replace(
                        "refused: {value: {code: REFUSED}}", "refused: {value: {code: REFUSED, of: /jobs/t-1}}"));

        assertThat(named(refusing, null, "{\"of\":\"/jobs/t-9\"}")).isEmpty();
    }

    @Test
    void isNoLongerThanAnybodyCouldAskFor() {
        String most = "/x".repeat(((8 << 10) - "/jobs/t-1".length() - 1) / 2) + "/jobs/t-1";
        Contract small = small("location: {type: string}", "{location: /jobs/t-1}");

        assertThat(named(small, "/".repeat((8 << 10) - most.length()) + most, "{}"))
                .contains("t-1");
        assertThat(named(small, "/".repeat((8 << 10) + 1 - most.length()) + most, "{}"))
                .isEmpty();
    }

    @Test
    void standsInTheMemberThatTheExampleHasItIn() {
        Contract small = small("location: {type: string}", "{location: /jobs/t-1}");
        Contract other = small("href: {type: string}", "{href: /jobs/t-1}");
        Contract bare = small("job: {type: string}", "{job: t-1}");
        Contract both =
                small("href: {type: string}, location: {type: string}", "{href: /jobs/t-5, location: /jobs/t-1}");

        assertThat(named(small, null, "{\"href\":\"/jobs/t-9\",\"location\":\"/jobs/t-8\"}"))
                .contains("t-8");
        assertThat(named(other, null, "{\"href\":\"/jobs/t-9\",\"location\":\"/jobs/t-8\"}"))
                .contains("t-9");
        assertThat(named(bare, null, "{\"job\":\"t-7\"}")).contains("t-7");
        assertThat(named(both, null, "{\"href\":\"/jobs/t-9\",\"location\":\"/jobs/t-8\"}"))
                .as("where the example has another one before it")
                .contains("t-8");
    }

    @Test
    void doesNotTellTheOwner() {
        Contract anybodys = Contract.load(Path.of("src/test/resources/contract/small.yaml"), text -> text.replace(
                        "  /gateways/{serial-number}/jobs:\n", "  /jobs:\n")
                .replace("      parameters: [{$ref: '#/components/parameters/SerialNumber'}]\n", ""));

        assertThat(of(anybodys).told()).containsExactly("task-id");
    }

    @Test
    void mayBeTheIdItself() {
        Contract numbered = Contract.load(Path.of("src/test/resources/contract/small.yaml"), text -> text.replace(
                        "{type: string}, example: t-1", "{type: integer}, example: t-1")
                .replace("t-1", "71")
                .replace(
                        "required: [at]\n                properties: {at: {type: string, maxLength: 40}}",
                        "properties: {links: {type: object}, job: {type: integer}}")
                .replace("{value: {at: '2025-05-20T13:34:57Z'}}", "{value: {links: {of: x}, job: 71}}"));

        assertThat(named(numbered, null, "{\"links\":{},\"job\":72}")).contains("72");
    }

    @Test
    void needsNotWhatStandsBehindTheId() {
        Contract behind = Contract.load(
                Path.of("src/test/resources/contract/small.yaml"),
                text -> text.replace("/jobs/{task-id}:", "/jobs/{task-id}/result:"));

        assertThat(named(behind, "/gateways/SN1/jobs/t-9/result", "{}")).contains("t-9");
        assertThat(named(behind, "/gateways/SN1/jobs/t-9", "{}")).contains("t-9");
    }

    @Test
    void tellsAllThatTheStartDoesNotName() {
        Contract queued = Contract.load(Path.of("src/test/resources/contract/small.yaml"), text -> text.replace(
                        "/jobs/{task-id}:", "/{queue}/jobs/{task-id}:")
                .replace(
                        "{$ref: '#/components/parameters/TaskId'}]",
                        "{$ref: '#/components/parameters/TaskId'}, {name: queue, in: path, required: true,"
                                + " schema: {type: string, pattern: '^q[0-9]+$'}, example: q1}]"));

        assertThat(in(queued, "/gateways/SN1/q7/jobs/t-9", "{}"))
                .contains(new Key(Map.of("serial-number", "SG0000000A", "queue", "q7", "task-id", "t-9")));
        assertThat(in(queued, "/gateways/SN1/x/jobs/t-9", "{}")).isEmpty();
        assertThat(in(queued, "/jobs/t-9", "{}")).isEmpty();
    }

    /** A start that is answered with one member. */
    private static Contract small(String member, String example) {
        return Contract.load(Path.of("src/test/resources/contract/small.yaml"), text -> text.replace(
                        "required: [at]\n                properties: {at: {type: string, maxLength: 40}}",
                        "properties: {" + member + "}")
                .replace("{value: {at: '2025-05-20T13:34:57Z'}}", "{value: " + example + "}"));
    }

    private static Optional<String> named(Contract contract, @Nullable String header, String body) {
        return in(contract, header, body).map(key -> key.value(contract.keys().id()));
    }

    private static Optional<Key> in(Contract contract, @Nullable String header, String body) {
        return of(contract).in(answer(header, body), asked(contract));
    }

    private static TaskLocation of(Contract contract) {
        return new TaskLocation(contract, contract.supporting().orElseThrow());
    }

    private static Response answer(@Nullable String header, String body) {
        SortedMap<String, List<String>> headers = new TreeMap<>();
        if (header != null) {
            headers.put("location", List.of(header));
        }
        return new Response(202, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Key asked(Contract contract) {
        Key asked = contract.keys()
                .example()
                .with("serial-number", "SG0000000A")
                .with(contract.keys().id(), "");
        return asked.parameters().containsKey("site-id") ? asked.with("site-id", "branch-0007") : asked;
    }
}
