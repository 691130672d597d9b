package io.gatewayping.stub;

import io.gatewayping.contract.Contract;
import io.gatewayping.counterexample.Asked;
import io.gatewayping.counterexample.Counterexample;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Tokens;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the operation under test by a counterexample, and honestly as long as there is none. */
final class DishonestAnswers {

    private final Contract contract;
    private final ArrangedTasks tasks;
    private final Tokens tokens;
    private volatile @Nullable Session session;

    private record Session(Counterexample counterexample, List<Asked.Answered> answered) {}

    DishonestAnswers(Contract contract, ArrangedTasks tasks, String token) {
        this.contract = contract;
        this.tasks = tasks;
        tokens = Tokens.ofOurOwn(token);
    }

    void answerBy(@Nullable Counterexample counterexample) {
        session = counterexample == null ? null : new Session(counterexample, new ArrayList<>());
    }

    /** What is answered to a request for a key, or nothing where the honest answer stays. */
    Optional<Reply> insteadOf(Response honest, Key key, HttpRequest request) {
        Session current = session;
        if (current == null) {
            return Optional.empty();
        }
        Asked asked;
        // One after the other, so that what came before is the same to all of them.
        synchronized (current) {
            asked = asked(List.copyOf(current.answered()), key, request);
            current.answered().add(new Asked.Answered(asked, honest));
        }
        Counterexample dishonest = current.counterexample();
        return dishonest
                .answer()
                .insteadOf(honest, asked)
                .map(answer -> dishonest.isOrdinary(answer)
                        ? Reply.of(answer, request.method(), !request.persistent())
                        : new Reply(dishonest.message(answer), true));
    }

    private Asked asked(List<Asked.Answered> earlier, Key key, HttpRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach((name, values) -> headers.put(name, values.get(0)));
        Credential credential =
                Credential.presented(contract.underTest().security().scheme(), headers, request.query(), tokens);
        URI path = URI.create(contract.underTest().path(key));
        return new Asked(
                new Request(request.method(), path, key, credential, "", headers),
                credential.presented(tokens).orElse(""),
                tasks.state(key).name(),
                tasks.elsewhere(key),
                earlier);
    }
}
