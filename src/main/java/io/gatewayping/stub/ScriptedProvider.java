package io.gatewayping.stub;

import io.gatewayping.contract.Contract;
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds who answers a request: an operation, the state-change URL, or nobody. */
final class ScriptedProvider implements Answering {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final Contract contract;
    private final List<Route> routes;
    private final Answers answers;
    private final StateChanges changes;
    private final HonestAnswers honest;
    private final DishonestAnswers dishonest;

    ScriptedProvider(Contract contract, String token) {
        this.contract = contract;
        routes = contract.operations().stream().map(Route::new).toList();
        answers = new Answers(contract);
        ArrangedTasks tasks = new ArrangedTasks(contract.unarranged());
        changes = new StateChanges(contract, tasks);
        honest = new HonestAnswers(contract, answers, tasks, new Entrance(token));
        dishonest = new DishonestAnswers(contract, tasks, token);
    }

    DishonestAnswers dishonest() {
        return dishonest;
    }

    @Override
    public Reply answer(HttpRequest request) {
        String path = request.path();
        boolean changing = path.equals(Stub.STATE_PATH);
        List<Route> served =
                routes.stream().filter(route -> route.matches(path)).toList();
        if (!changing && served.isEmpty()) {
            return reply(Answers.undocumented(NOT_FOUND, "There is nothing at this path.", Map.of()), request);
        }
        if (changing && request.method().equals("POST")) {
            return reply(changes.change(request), request);
        }
        return served.stream()
                .filter(route -> route.operation().method().equals(request.method()))
                .findFirst()
                .map(route -> reply(route, request))
                .orElseGet(() -> served.stream()
                        .findFirst()
                        .map(route -> dishonest(route, notAllowed(served, changing), request))
                        .orElseGet(() -> reply(notAllowed(served, changing), request)));
    }

    @Override
    public Reply answer(Rejected rejected) {
        Response response = rejected.status() == BAD_REQUEST
                ? honest.badRequest(contract.underTest(), String.valueOf(rejected.getMessage()))
                : Answers.undocumented(rejected.status(), String.valueOf(rejected.getMessage()), Map.of());
        return Reply.of(response, "", true);
    }

    private Reply reply(Route route, HttpRequest request) {
        Optional<Key> key = route.key(request.path());
        return dishonest(route, honest.answer(route.operation(), key, request), request);
    }

    private Reply dishonest(Route route, Response answer, HttpRequest request) {
        return route.key(request.path())
                .filter(it -> !route.operation().supporting())
                .flatMap(it -> dishonest.insteadOf(answer, it, request))
                .orElseGet(() -> reply(answer, request));
    }

    private static Reply reply(Response response, HttpRequest request) {
        return Reply.of(response, request.method(), !request.persistent());
    }

    private static Response notAllowed(List<Route> served, boolean changing) {
        String allowed = Stream.concat(
                        served.stream().map(route -> route.operation().method()),
                        changing ? Stream.of("POST") : Stream.empty())
                .distinct()
                .collect(Collectors.joining(", "));
        return Answers.undocumented(
                METHOD_NOT_ALLOWED, "This path takes " + allowed + " only.", Map.of("allow", allowed));
    }
}
