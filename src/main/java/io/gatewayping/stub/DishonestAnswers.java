package io.gatewayping.stub;

import io.gatewayping.contract.Operation;
import io.gatewayping.counterexample.Asked;
import io.gatewayping.counterexample.Counterexample;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers the operation under test by a counterexample, and honestly as long as there is none. */
final class DishonestAnswers {

    private final Operation operation;
    private final String token;
    private volatile @Nullable Session session;

    private record Session(Counterexample counterexample, Map<Key, AtomicInteger> reads, AtomicInteger requests) {}

    DishonestAnswers(Operation operation, String token) {
        this.operation = operation;
        this.token = token;
    }

    void answerBy(@Nullable Counterexample counterexample) {
        session = counterexample == null
                ? null
                : new Session(counterexample, new ConcurrentHashMap<>(), new AtomicInteger());
    }

    /** What is answered to a request for a key. */
    Response insteadOf(Response honest, Key key, HttpRequest request) {
        Session current = session;
        return current == null
                ? honest
                : current.counterexample()
                        .answer()
                        .insteadOf(honest, asked(current, key, request))
                        .orElse(honest);
    }

    private Asked asked(Session current, Key key, HttpRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach((name, values) -> headers.put(name, values.get(0)));
        Credential credential = Credential.presented(operation.security().scheme(), headers, token);
        return new Asked(
                key,
                credential,
                credential.presented(token).orElse(""),
                current.reads()
                        .computeIfAbsent(key, first -> new AtomicInteger())
                        .getAndIncrement(),
                current.requests().getAndIncrement());
    }
}
