package io.gatewayping.stub;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.gatewayping.contract.Operation;
import io.gatewayping.counterexample.Asked;
import io.gatewayping.counterexample.Counterexample;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers the operation under test by a counterexample, and honestly as long as there is none. */
final class DishonestAnswers implements ResponseTransformerV2 {

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

    @Override
    public String getName() {
        return "dishonest-answers";
    }

    @Override
    public Response transform(Response honest, ServeEvent event) {
        Session current = session;
        Optional<Key> key = current == null ? Optional.empty() : operation.key(path(event));
        if (current == null || key.isEmpty()) {
            return honest;
        }
        return current.counterexample()
                .answer()
                .insteadOf(recorded(honest), asked(current, key.get(), event.getRequest()))
                .map(answer -> Response.Builder.like(honest)
                        .but()
                        .status(answer.status())
                        .headers(headers(answer))
                        .body(answer.body())
                        .build())
                .orElse(honest);
    }

    static String path(ServeEvent event) {
        return event.getRequest().getUrl().replaceFirst("\\?.*", "");
    }

    private Asked asked(Session current, Key key, LoggedRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaders().all().forEach(header -> headers.put(header.key(), header.firstValue()));
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

    private static io.gatewayping.exchange.Response recorded(Response honest) {
        SortedMap<String, List<String>> headers = new TreeMap<>();
        honest.getHeaders()
                .all()
                .forEach(header -> headers.put(header.key().toLowerCase(Locale.ROOT), header.values()));
        return new io.gatewayping.exchange.Response(honest.getStatus(), headers, honest.getBody());
    }

    private static HttpHeaders headers(io.gatewayping.exchange.Response answer) {
        return new HttpHeaders(answer.headers().entrySet().stream()
                .map(header -> new HttpHeader(header.getKey(), header.getValue()))
                .toList());
    }
}
