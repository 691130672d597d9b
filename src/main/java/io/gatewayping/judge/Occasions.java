package io.gatewayping.judge;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Timeline;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What there has to be answered so that clauses can be judged: the examples of the contract that show it. */
public final class Occasions {

    private static final String NO_CURL = "";

    private final Contract contract;
    private List<Occasion> known = List.of();

    /**
     * An example.
     *
     * @param clauses the ids of those that it gives something to judge by
     */
    private record Occasion(Example example, Set<String> clauses) {}

    /** Of this contract. */
    public Occasions(Contract contract) {
        this.contract = contract;
    }

    /** The examples that give something to judge one of these clauses by, each answered twice, since some compare. */
    public List<Example> of(Set<String> clauses) {
        return all().stream()
                .filter(occasion -> occasion.clauses().stream().anyMatch(clauses::contains))
                .map(Occasion::example)
                .distinct()
                .toList();
    }

    /** Judged when they are asked for, and once. */
    private synchronized List<Occasion> all() {
        if (known.isEmpty()) {
            known = contract.operations().stream()
                    .flatMap(operation -> contract.examples(operation).stream()
                            .map(example -> new Occasion(example, evaluated(operation, example))))
                    .toList();
        }
        return known;
    }

    private Set<String> evaluated(Operation operation, Example example) {
        Key key = contract.keys().example();
        Request request = new Request(
                operation.method(),
                URI.create("http://provider.invalid" + operation.path(key)),
                key,
                Credential.VALID_TOKEN,
                NO_CURL);
        Outcome answered = Outcome.answered(contract.response(operation, example, key));
        return new TimelineJudge(contract)
                .judge(new Timeline(
                        null,
                        Stream.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(1))
                                .map(start -> new Exchange(request, answered, start, Duration.ZERO))
                                .toList()))
                .evaluated();
    }
}
