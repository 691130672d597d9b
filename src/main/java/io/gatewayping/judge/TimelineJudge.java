package io.gatewayping.judge;

import io.gatewayping.contract.BodySchema;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.Obligations;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.Rule;
import io.gatewayping.contract.RuleInput;
import io.gatewayping.contract.RuleProgram;
import io.gatewayping.contract.Ruling;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Malformed;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Judges one timeline by the whole contract. Used once. */
final class TimelineJudge {

    private final Contract contract;
    private final Set<String> evaluated = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> unjudged = new ArrayList<>();

    /** The exchange that is judged now. */
    private @Nullable Exchange judged;

    /** The last response before that the same schema judges, by the place of the schema. */
    private final Map<String, Judged> before = new HashMap<>();

    private record Judged(JsonNode body, Request request, boolean refused) {}

    TimelineJudge(Contract contract) {
        this.contract = contract;
    }

    Judgement judge(Timeline timeline) {
        for (Exchange exchange : timeline.exchanges()) {
            judged = exchange;
            Request request = exchange.request();
            if (exchange.failure() != null) {
                unjudged.add(request.method() + " " + request.url() + ": " + exchange.failure());
                continue;
            }
            judgeMessage(request, exchange.outcome().malformed());
            if (exchange.response() != null) {
                judge(request, exchange.response(), contract.state(timeline.state()));
            }
        }
        return new Judgement(evaluated, List.copyOf(findings), List.copyOf(unjudged));
    }

    private void judgeMessage(Request request, @Nullable Malformed malformed) {
        String clause =
                contract.operation(request.method(), request.url().getPath()).messageClause();
        evaluated.add(clause);
        if (malformed != null) {
            find(clause, malformed.place(), malformed.expected(), malformed.actual());
        }
    }

    private void judge(Request request, Response response, Optional<ServedState> state) {
        Operation operation = contract.operation(request.method(), request.url().getPath());
        evaluated.add(operation.statusClause());
        judgeResponseRules(operation, request, response);
        boolean documented = operation.responses().containsKey(response.status());
        if (!documented) {
            String expected =
                    "one of the documented codes " + operation.responses().keySet();
            find(operation.statusClause(), "status", expected, String.valueOf(response.status()));
        }
        JsonNode body = documented ? judgeContent(operation, response) : null;
        // A state of the moment, as a limit that is exceeded, shows whoever asks.
        if (state.isPresent() || operation.security().admits(request.credential())) {
            state.ifPresent(it -> judgeState(it, response, body));
        } else {
            evaluated.add(operation.securityClause());
            if (response.status() != 401) {
                String expected =
                        "401 for a request with " + request.credential().words();
                find(operation.securityClause(), "status", expected, String.valueOf(response.status()));
            }
        }
        if (body != null) {
            judgeBody(operation, request, response.status(), body);
            if (operation.security().admits(request.credential())) {
                state.ifPresent(it -> judgeMembers(it, response.status(), body));
            }
        }
    }

    private @Nullable JsonNode judgeContent(Operation operation, Response response) {
        String clause = operation.contentClause(response.status());
        evaluated.add(clause);
        List<String> types = response.header("content-type");
        if (types.size() != 1 || !JsonBody.isNamedBy(types.get(0))) {
            String actual = types.isEmpty() ? "it is absent" : Excerpt.of(String.join(", ", types));
            find(clause, "header Content-Type", JsonBody.MEDIA_TYPE, actual);
        }
        JsonBody parsed = JsonBody.parse(response.body());
        if (parsed.value() == null) {
            String actual = parsed.problem() + ": " + Excerpt.of(response.text());
            find(clause, "", "one JSON text in UTF-8, each member named once", actual);
        }
        return parsed.value();
    }

    private void judgeState(ServedState state, Response response, @Nullable JsonNode body) {
        evaluated.add(state.clause());
        String actual = contract.lifecycle().outcome(response.status(), body);
        // A success that tells no status is judged by its schema; here it counts as what was expected.
        boolean served = state.outcomes().stream()
                .anyMatch(expected -> expected.equals(actual) || expected.startsWith(actual + " "));
        if (!served) {
            String expected = String.join(" or ", state.outcomes()) + " in the state '" + state.name() + "'";
            find(
                    state.clause(),
                    response.status() == contract.lifecycle().success()
                            ? "/" + contract.lifecycle().member()
                            : "status",
                    expected,
                    Excerpt.of(actual));
        }
    }

    /** What a state promises and no schema demands: that is found already. */
    private void judgeMembers(ServedState state, int status, JsonNode body) {
        state.missing(contract.lifecycle().outcome(status, body), body).stream()
                .map(member -> "/" + member)
                .filter(place -> findings.stream()
                        .noneMatch(it -> it.place().equals(place) && Objects.equals(it.exchange(), judged)))
                .forEach(place -> find(
                        state.clause(),
                        place,
                        "a value, as the state '" + state.name() + "' promises",
                        body.at(place).isMissingNode()
                                ? "it is absent"
                                : Excerpt.of(body.at(place).toString())));
    }

    private void judgeBody(Operation operation, Request request, int status, JsonNode body) {
        Obligations obligations = contract.obligations(operation, status);
        Map<String, String> places = new HashMap<>();
        List<BodySchema.Refusal> refusals = obligations.schema().judge(body, places);
        evaluated.addAll(places.keySet());
        refusals.forEach(it -> find(it.clause(), it.place(), it.expected(), it.actual()));
        Judged old = before.get(obligations.place());
        RuleInput alone = RuleInput.body(body, request.key().parameters());
        RuleInput input = old == null
                ? alone
                : alone.after(old.body(), old.request().key().parameters());
        for (Rule rule : obligations.rules()) {
            boolean judgeable = !rule.program().isTransition() || old != null;
            // A body that its schema refuses may lack what a rule speaks of: that is found already.
            boolean refused = !refusals.isEmpty() || (old != null && old.refused());
            if (judgeable && isBroken(rule, input, refused)) {
                JsonNode oldBody = old != null && rule.program().isTransition() ? old.body() : null;
                RulePlace place = RulePlace.of(rule.breaks(), body, oldBody);
                find(rule.id(), place.pointer(), "not that " + rule.message(), place.actual());
            }
        }
        before.put(obligations.place(), new Judged(body, request, !refusals.isEmpty()));
    }

    private void judgeResponseRules(Operation operation, Request request, Response response) {
        RuleInput input = RuleInput.response(response, request.key().parameters());
        for (Rule rule : contract.responseRules(operation)) {
            if (isBroken(rule, input, false)) {
                String actual = Excerpt.of(response.headers() + " " + response.text());
                find(rule.id(), "", "not that " + rule.message(), actual);
            }
        }
    }

    private boolean isBroken(Rule rule, RuleInput input, boolean mayThrow) {
        try {
            Ruling ruling = rule.program().judge(input);
            if (ruling != Ruling.SILENT) {
                evaluated.add(rule.id());
            }
            return ruling == Ruling.BROKEN;
        } catch (RuleProgram.NotEvaluated e) {
            if (!mayThrow) {
                String reason = Excerpt.of(String.valueOf(e.getMessage()));
                unjudged.add("the rule " + rule.id() + " could not be evaluated: " + reason);
            }
            return false;
        }
    }

    private void find(String clause, String place, String expected, String actual) {
        findings.add(new Finding(clause, place, expected, actual, judged));
    }
}
