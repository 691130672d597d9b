package io.gatewayping.proof;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Equivalent;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.Operation;
import io.gatewayping.counterexample.Asked;
import io.gatewayping.counterexample.Counterexample;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Outcome;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Timeline;
import io.gatewayping.gate.Verdict;
import io.gatewayping.judge.Finding;
import io.gatewayping.judge.Judge;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trials without a server, for operations that no scenario calls: the judge is shown the exchange itself. */
final class Direct {

    private static final String TOKEN = "a-token-for-the-proof";
    private static final Redaction REDACTION = new Redaction(List.of(TOKEN));

    private Direct() {}

    static Trial trial(Contract contract, Counterexample counterexample, @Nullable Equivalent justification) {
        Operation operation = counterexample.operation();
        Key key = contract.keys().example();
        List<Exchange> exchanges = new ArrayList<>();
        for (Credential credential : Credential.values()) {
            for (Example honest : contract.examples(operation)) {
                // Without a valid token, an honest provider answers 401 and nothing else.
                if (honest.status() == 401
                        ? operation.security().refuses(credential)
                        : operation.security().admits(credential)) {
                    Asked asked = new Asked(request(operation, key, credential), TOKEN, "", null, List.of());
                    counterexample
                            .answer()
                            .insteadOf(contract.response(operation, honest, key), asked)
                            .map(answer -> Outcome.of(counterexample.message(answer), REDACTION))
                            .ifPresent(outcome -> exchanges.add(exchange(operation, key, credential, outcome)));
                }
            }
        }
        List<String> clauses = new Judge(contract)
                .judge(new Timeline(null, exchanges)).findings().stream()
                        .map(Finding::clause)
                        .distinct()
                        .toList();
        Verdict verdict = clauses.isEmpty() ? Verdict.CONFORMS : Verdict.DOES_NOT_CONFORM;
        return new Trial(counterexample, justification, verdict, clauses, exchanges, List.of());
    }

    private static Exchange exchange(Operation operation, Key key, Credential credential, Outcome outcome) {
        return new Exchange(request(operation, key, credential), outcome, Instant.EPOCH, Duration.ZERO);
    }

    private static Request request(Operation operation, Key key, Credential credential) {
        return new Request(
                operation.method(), URI.create("http://127.0.0.1" + operation.path(key)), key, credential, "");
    }
}
