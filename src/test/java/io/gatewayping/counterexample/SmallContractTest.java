package io.gatewayping.counterexample;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Timeline;
import io.gatewayping.judge.Judge;
import io.gatewayping.judge.Judgement;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small contract with one of everything: its clauses, its counterexamples and what is found in them stand word for word
 * in files beside it. Each test reads it anew.
 */
final class SmallContractTest {

    private static final Path FILES = Path.of("src/test/resources/contract");
    private static final String TOKEN = "the-token-that-is-valid";
    private static final Redaction REDACTION = new Redaction(List.of(TOKEN));
    private static final Key KEY = new Key(Map.of("serial-number", "SN2", "task-id", "t-2"));

    private Contract contract;

    @BeforeEach
    void read() throws IOException {
        contract = Contract.load(FILES.resolve("small.yaml"));
    }

    @Test
    void theClausesAreKnownByPlaceAndText() throws IOException {
        assertLines(
                "small-clauses.txt",
                contract.clauses().stream()
                        .map(clause -> String.join(
                                " | ",
                                clause.id(),
                                clause.place(),
                                clause.kind() + (clause.supporting() ? " (supporting)" : ""),
                                clause.basis().word(),
                                clause.text()))
                        .toList());
    }

    @Test
    void eachCounterexampleIsServedAndFoundAsItIs() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Counterexample counterexample : Counterexamples.of(contract)) {
            lines.add(counterexample.clause() + " | " + counterexample.what()
                    + (counterexample.breaks() ? "" : " | breaks nothing"));
            Concerned concerned = concerned(counterexample);
            lines.add("  " + words(concerned.changed()));
            new Judge(contract)
                    .judge(concerned.timeline()).findings().stream()
                            .map(finding -> "  %s at '%s': expected %s, actual %s"
                                    .formatted(finding.clause(), finding.place(), finding.expected(), finding.actual()))
                            .distinct()
                            .forEach(lines::add);
        }
        assertLines("small-counterexamples.txt", lines);
    }

    @Test
    void whatTheContractSaysOfEquivalentsHolds(@TempDir Path folder) throws IOException {
        assertThat(StaleEquivalents.of(contract)).isEmpty();

        Path file = Files.writeString(
                folder.resolve("spoiled.yaml"),
                Files.readString(FILES.resolve("small.yaml"))
                        .replace(
                                "mutations: [at the bound]", "mutations: [past the bound, at the bound, at the edge]"));
        Contract spoiled = Contract.load(file);
        assertThat(StaleEquivalents.of(spoiled))
                .containsExactly(
                        "/x-equivalents/0: 'past the bound' of PingTest/properties/percent/minimum breaks"
                                + " PingTest/properties/percent/minimum on /percent = -1",
                        "/x-equivalents/0: 'at the edge' of PingTest/properties/percent/minimum names no"
                                + " counterexample",
                        "/x-equivalents/0: 'past the bound' of PingTest/properties/name/minLength breaks"
                                + " PingTest/properties/name/minLength on /name = \"\"",
                        "/x-equivalents/0: 'at the edge' of PingTest/properties/name/minLength names no"
                                + " counterexample");
    }

    @Test
    void anHonestProviderBreaksNothing() {
        for (Timeline timeline : honest()) {
            Judgement judgement = new Judge(contract).judge(timeline);
            assertThat(judgement.findings()).isEmpty();
            assertThat(judgement.unjudged()).isEmpty();
        }
    }

    private record Concerned(Timeline timeline, Exchange changed) {}

    /** The first honest timeline that the counterexample changes, changed. */
    private Concerned concerned(Counterexample counterexample) {
        for (Timeline honest : honest()) {
            List<Exchange> exchanges = new ArrayList<>();
            List<Exchange> changed = new ArrayList<>();
            for (Exchange exchange : honest.exchanges()) {
                Request request = exchange.request();
                List<Asked.Answered> earlier = exchanges.stream()
                        .map(it ->
                                new Asked.Answered(new Asked(it.request(), TOKEN, "", null, List.of()), it.response()))
                        .toList();
                Asked asked = new Asked(request, TOKEN, "", null, earlier);
                Optional<Response> other = counterexample
                                .operation()
                                .serves(request.method(), request.url().getPath())
                        ? counterexample.answer().insteadOf(exchange.response(), asked)
                        : Optional.empty();
                other.map(answer -> Outcome.of(counterexample.message(answer), REDACTION))
                        .ifPresent(outcome -> changed.add(exchange(request, outcome)));
                exchanges.add(other.isPresent() ? changed.get(changed.size() - 1) : exchange);
            }
            if (!changed.isEmpty()) {
                return new Concerned(new Timeline(honest.state(), exchanges), changed.get(0));
            }
        }
        throw new AssertionError("nobody would see " + counterexample);
    }

    /** What is read of an honest provider, first in its states. */
    private List<Timeline> honest() {
        List<Timeline> honest = new ArrayList<>();
        Operation read = contract.underTest();
        contract.states()
                .forEach(state -> honest.add(timeline(read, state.name(), Credential.VALID_TOKEN, state.serves())));
        for (Operation operation : contract.operations()) {
            Example refused = contract.examples(operation, 401).get(0);
            for (Credential credential : Credential.values()) {
                if (credential != Credential.VALID_TOKEN) {
                    honest.add(timeline(operation, null, credential, List.of(refused, refused)));
                }
            }
            contract.examples(operation).stream()
                    .filter(example -> example.status() != 401)
                    .forEach(
                            example -> honest.add(timeline(operation, null, Credential.VALID_TOKEN, List.of(example))));
        }
        return honest;
    }

    private Timeline timeline(Operation operation, String state, Credential credential, List<Example> answers) {
        Request request = new Request(
                operation.method(), URI.create("http://127.0.0.1" + operation.path(KEY)), KEY, credential, "curl");
        return new Timeline(
                state,
                answers.stream()
                        .map(example -> exchange(request, Outcome.answered(contract.response(operation, example, KEY))))
                        .toList());
    }

    private static Exchange exchange(Request request, Outcome outcome) {
        return new Exchange(request, outcome, Instant.EPOCH, Duration.ZERO);
    }

    private static String words(Exchange exchange) {
        Response response = exchange.response();
        String sent = exchange.request().method() + " with "
                + exchange.request().credential().words() + ": ";
        if (response == null) {
            return sent + exchange.outcome().problem();
        }
        SortedMap<String, List<String>> headers = new TreeMap<>(response.headers());
        headers.remove("content-length");
        return sent + response.status() + " " + headers + " " + Excerpt.of(response.text())
                + (response.aside().equals(Response.Aside.NOTHING)
                        ? ""
                        : " " + Excerpt.of(response.aside().toString()));
    }

    /** Writes what is there to {@code target}, where it can be reviewed and taken over. */
    private static void assertLines(String file, List<String> actual) throws IOException {
        Path written = Files.createDirectories(Path.of("target/contract")).resolve(file);
        Files.write(written, actual);

        assertThat(actual)
                .as("%s against %s", written, FILES.resolve(file))
                .containsExactlyElementsOf(Files.readAllLines(FILES.resolve(file)));
    }
}
