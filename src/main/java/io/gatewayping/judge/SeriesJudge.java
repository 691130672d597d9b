package io.gatewayping.judge;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.Rule;
import io.gatewayping.contract.RuleInput;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Timeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Judges what only several answers show. */
final class SeriesJudge {

    private final Contract contract;
    private final Draft draft;

    /** Judges into this draft. */
    SeriesJudge(Contract contract, Draft draft) {
        this.contract = contract;
        this.draft = draft;
    }

    void judge(Timeline timeline) {
        // What one of several did not see, another may have.
        if (timeline.arranged() && timeline.alone()) {
            contract.state(timeline.state()).ifPresent(state -> judgeRise(state, timeline));
        }
        judgeAlike(timeline);
    }

    /** Where a state shows the same outcome in more than one way, something has risen from the first to the last. */
    private void judgeRise(ServedState state, Timeline timeline) {
        for (String outcome : state.risingOutcomes()) {
            List<Exchange> some = timeline.exchanges().stream()
                    .filter(exchange -> exchange.response() != null
                            && outcome.equals(contract.lifecycle().outcome(exchange.response())))
                    .toList();
            // Whoever comes late may have missed the rise.
            if (some.size() > 1 && !some.get(0).equals(timeline.exchanges().get(0))) {
                Exchange last = some.get(some.size() - 1);
                BigDecimal from = rising(state, some.get(0));
                BigDecimal to = rising(state, last);
                if (to.compareTo(from) <= 0) {
                    draft.find(
                            state.clause(),
                            "/" + state.rising(),
                            "a rise over " + some.size() + " answers with " + outcome + " in the state '" + state.name()
                                    + "'",
                            to + " after " + from,
                            last);
                }
            }
        }
    }

    private static BigDecimal rising(ServedState state, Exchange exchange) {
        JsonNode body = body(Objects.requireNonNull(exchange.response()));
        return body == null ? BigDecimal.ZERO : body.path(state.rising()).asDecimal(BigDecimal.ZERO);
    }

    private static @Nullable JsonNode body(Response response) {
        return JsonBody.parse(response.body()).value();
    }

    /** Without a valid token: what is told of one task and not of another. */
    private void judgeAlike(Timeline timeline) {
        List<List<Exchange>> byKey = byKey(timeline);
        for (int next = 1; next < byKey.size(); next++) {
            List<Exchange> old = byKey.get(next - 1);
            List<Exchange> self = byKey.get(next);
            Request request = self.get(0).request();
            Operation operation = contract.asked(request.method(), request.url().getPath());
            if (old.size() < 2 || self.size() < 2 || !operation.security().refuses(request.credential())) {
                continue;
            }
            Alike alike = Alike.of(old, self);
            for (Rule rule : contract.responseRules(operation)) {
                if (rule.program().isTransition()
                        && draft.isBroken(
                                rule, rule.program().judge(RuleInput.common(alike.self(), alike.old())), false)) {
                    draft.find(rule, new RulePlace("", alike.difference()), self.get(0));
                }
            }
        }
    }

    /** The answers about each task; one that is asked for a single time is asked for to see more of what the one before shows. */
    private static List<List<Exchange>> byKey(Timeline timeline) {
        List<List<Exchange>> byKey = new ArrayList<>();
        timeline.exchanges().stream()
                .filter(exchange -> exchange.response() != null)
                .collect(Collectors.groupingBy(
                        exchange -> exchange.request().key(),
                        LinkedHashMap::new,
                        Collectors.toCollection(ArrayList::new)))
                .values()
                .forEach(answers -> {
                    if (answers.size() == 1 && !byKey.isEmpty()) {
                        byKey.get(byKey.size() - 1).addAll(answers);
                    } else {
                        byKey.add(answers);
                    }
                });
        return byKey;
    }
}
