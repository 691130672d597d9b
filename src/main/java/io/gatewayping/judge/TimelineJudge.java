package io.gatewayping.judge;

import io.gatewayping.contract.BodySchema;
import io.gatewayping.contract.Circumstances;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Document;
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
import io.gatewayping.exchange.Key;
import io.gatewayping.exchange.Malformed;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Timeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Judges one timeline by the whole contract. Used once. */
final class TimelineJudge {

    private static final Set<String> NOTHING = Set.of("", "[]", "{}");

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
                judge(request, exchange.response(), timeline);
            }
        }
        if (timeline.arranged()) {
            contract.state(timeline.state()).ifPresent(state -> judgeRise(state, timeline));
        }
        judgeAlike(timeline);
        return new Judgement(evaluated, List.copyOf(findings), List.copyOf(unjudged));
    }

    private void judgeMessage(Request request, @Nullable Malformed malformed) {
        String clause =
                contract.asked(request.method(), request.url().getPath()).messageClause();
        evaluated.add(clause);
        if (malformed != null) {
            find(clause, malformed.place(), malformed.expected(), malformed.actual());
        }
    }

    private void judge(Request request, Response response, Timeline timeline) {
        Operation operation = contract.asked(request.method(), request.url().getPath());
        judgeResponseRules(operation, request, response, timeline.elsewhere());
        if (!isDocumented(operation, request)) {
            return;
        }
        evaluated.add(operation.statusClause());
        boolean documented = operation.responses().containsKey(response.status());
        if (!documented) {
            String expected =
                    "one of the documented codes " + operation.responses().keySet();
            find(operation.statusClause(), "status", expected, String.valueOf(response.status()));
        }
        JsonNode body = documented ? judgeContent(operation, response) : null;
        contract.headers(operation, response.status())
                .forEach(header -> header.judge(response.header(header.key()), evaluated)
                        .forEach(it -> find(it.clause(), it.place(), it.expected(), it.actual())));
        Optional<ServedState> state = contract.state(timeline.state());
        // What nobody arranged, as a limit that is exceeded, shows whoever asks.
        boolean whoeverAsks = state.isPresent() && !timeline.arranged();
        if (whoeverAsks || operation.security().admits(request.credential())) {
            state.ifPresent(it -> judgeState(it, request, response, body));
        } else if (operation.security().refuses(request.credential())) {
            evaluated.add(operation.securityClause());
            if (response.status() != 401) {
                String expected =
                        "401 for a request with " + request.credential().words();
                find(operation.securityClause(), "status", expected, String.valueOf(response.status()));
            }
        }
        if (body != null) {
            judgeBody(operation, request, response.status(), body);
            if (timeline.arranged() && operation.security().admits(request.credential())) {
                contract.state(timeline.state()).ifPresent(it -> judgeMembers(it, response.status(), body));
            }
        }
    }

    /** What the contract has documented is asked for in one way; of other ways it says nothing but by rules. */
    private static boolean isDocumented(Operation operation, Request request) {
        return request.method().equals(operation.method())
                && AcceptHeader.parse(request.headers().getOrDefault("accept", JsonBody.MEDIA_TYPE))
                        .admits(JsonBody.MEDIA_TYPE);
    }

    private @Nullable JsonNode judgeContent(Operation operation, Response response) {
        String clause = operation.contentClause(response.status());
        evaluated.add(clause);
        List<String> types = response.header("content-type");
        if (types.size() != 1 || !JsonBody.isNamedBy(types.get(0))) {
            String actual = types.isEmpty() ? "it is absent" : Excerpt.of(String.join(", ", types));
            find(clause, "header Content-Type", JsonBody.MEDIA_TYPE, actual);
        }
        List<String> coded = response.header("content-encoding");
        if (coded.stream()
                .anyMatch(coding -> !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity"))) {
            find(
                    clause,
                    "header Content-Encoding",
                    "none, since none was asked for",
                    Excerpt.of(String.join(", ", coded)));
        }
        JsonBody parsed = JsonBody.parse(response.body());
        if (parsed.value() == null) {
            String actual = parsed.problem() + ": " + Excerpt.of(response.text());
            find(clause, "", "one JSON text in UTF-8, each member named once", actual);
        }
        return parsed.value();
    }

    private void judgeState(ServedState state, Request request, Response response, @Nullable JsonNode body) {
        evaluated.add(state.clause());
        String actual = contract.lifecycle().outcome(response.status(), body);
        // A success that tells no status is judged by its schema; here it counts as what was expected.
        List<String> outcomes = state.outcomes(contract.isMalformed(request.key()));
        boolean served =
                outcomes.stream().anyMatch(expected -> expected.equals(actual) || expected.startsWith(actual + " "));
        if (!served) {
            String expected = String.join(" or ", outcomes) + " in the state '" + state.name() + "'";
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
                .map(Document::segment)
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

    /** Where a state shows the same outcome in more than one way, something has risen from the first to the last. */
    private void judgeRise(ServedState state, Timeline timeline) {
        for (String outcome : state.risingOutcomes()) {
            List<Exchange> some = timeline.exchanges().stream()
                    .filter(exchange -> exchange.response() != null
                            && outcome.equals(contract.lifecycle()
                                    .outcome(exchange.response().status(), body(exchange.response()))))
                    .toList();
            // Whoever comes late may have missed the rise.
            if (some.size() > 1 && !some.get(0).equals(timeline.exchanges().get(0))) {
                Exchange last = some.get(some.size() - 1);
                BigDecimal from = rising(state, some.get(0));
                BigDecimal to = rising(state, last);
                if (to.compareTo(from) <= 0) {
                    judged = last;
                    find(
                            state.clause(),
                            "/" + state.rising(),
                            "a rise over " + some.size() + " answers with " + outcome + " in the state '" + state.name()
                                    + "'",
                            to + " after " + from);
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
        List<List<Exchange>> byKey = List.copyOf(timeline.exchanges().stream()
                .filter(exchange -> exchange.response() != null)
                .collect(Collectors.groupingBy(
                        exchange -> exchange.request().key(), LinkedHashMap::new, Collectors.toList()))
                .values());
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
                        && isBroken(rule, RuleInput.common(alike.self(), alike.old()), false)) {
                    judged = self.get(0);
                    find(rule, new RulePlace("", alike.difference()));
                }
            }
        }
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
                Map<String, String> asked = request.key().parameters();
                find(
                        rule,
                        old != null && rule.program().isTransition()
                                ? RulePlace.between(old.body(), body, rule.breaks())
                                : RulePlace.in(
                                        body, rule.breaks(), other -> breaks(rule, RuleInput.body(other, asked))));
            }
        }
        before.put(obligations.place(), new Judged(body, request, !refusals.isEmpty()));
    }

    private void judgeResponseRules(Operation operation, Request request, Response response, @Nullable Key elsewhere) {
        Circumstances circumstances = new Circumstances(
                request.method(), request.headers(), !operation.security().refuses(request.credential()), elsewhere);
        RuleInput input = RuleInput.response(response, request.key().parameters(), circumstances);
        for (Rule rule : contract.responseRules(operation)) {
            if (!rule.program().isTransition() && isBroken(rule, input, false)) {
                Map<String, String> asked = request.key().parameters();
                find(
                        rule,
                        RulePlace.in(
                                response,
                                words(response),
                                other -> breaks(rule, RuleInput.response(other, asked, circumstances))));
            }
        }
    }

    /** What hardly anybody reads comes first, where there is some. */
    private static String words(Response response) {
        Response.Aside aside = response.aside();
        return Stream.of(
                        aside.interim(),
                        aside.reason(),
                        aside.trailers(),
                        aside.extensions(),
                        response.headers(),
                        response.text())
                .map(Object::toString)
                .filter(part -> !NOTHING.contains(part))
                .collect(Collectors.joining(" "));
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

    private static boolean breaks(Rule rule, RuleInput input) {
        try {
            return rule.program().judge(input) == Ruling.BROKEN;
        } catch (RuleProgram.NotEvaluated e) {
            return false;
        }
    }

    private void find(Rule rule, RulePlace broken) {
        findings.add(new Finding(rule.id(), broken.place(), rule.message(), broken.actual(), judged));
    }

    private void find(String clause, String place, String expected, String actual) {
        findings.add(Finding.expecting(clause, place, expected, actual, judged));
    }
}
