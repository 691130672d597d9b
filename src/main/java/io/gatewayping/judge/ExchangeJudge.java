package io.gatewayping.judge;

import io.gatewayping.contract.Circumstances;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Document;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.Obligations;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.Rule;
import io.gatewayping.contract.RuleInput;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Malformed;
import io.gatewayping.exchange.Request;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Timeline;
import io.gatewayping.pattern.NotMatched;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Judges the exchanges of one task in their order, each by itself and against the one before. */
final class ExchangeJudge {

    private static final Set<String> NOTHING = Set.of("", "[]", "{}");

    private final Contract contract;
    private final Timeline timeline;
    private final Draft draft;

    /** The last response before that the same schema judges, by the place of the schema. */
    private final Map<String, Judged> before = new HashMap<>();

    private record Judged(JsonNode body, Request request, boolean refused) {}

    /**
     * Judges into a draft.
     *
     * @param timeline what is known of the task, whatever its exchanges
     */
    ExchangeJudge(Contract contract, Timeline timeline, Draft draft) {
        this.contract = contract;
        this.timeline = timeline;
        this.draft = draft;
    }

    void judge(Exchange exchange) {
        Request request = exchange.request();
        if (exchange.failure() != null) {
            draft.unjudged(request.method() + " " + request.url() + ": " + exchange.failure());
            return;
        }
        judgeMessage(exchange, exchange.outcome().malformed());
        if (exchange.response() != null) {
            judge(exchange, exchange.response());
        }
    }

    private void judgeMessage(Exchange exchange, @Nullable Malformed malformed) {
        Request request = exchange.request();
        String clause =
                contract.asked(request.method(), request.url().getPath()).messageClause();
        draft.evaluated(clause);
        if (malformed != null) {
            draft.find(clause, malformed.place(), malformed.expected(), malformed.actual(), exchange);
        }
    }

    private void judge(Exchange exchange, Response response) {
        Request request = exchange.request();
        Operation operation = contract.asked(request.method(), request.url().getPath());
        judgeResponseRules(operation, exchange, response);
        if (!isDocumented(operation, request)) {
            return;
        }
        draft.evaluated(operation.statusClause());
        boolean documented = operation.responses().containsKey(response.status());
        if (!documented) {
            String expected =
                    "one of the documented codes " + operation.responses().keySet();
            draft.find(operation.statusClause(), "status", expected, String.valueOf(response.status()), exchange);
        }
        JsonNode body = documented ? judgeContent(operation, exchange, response) : null;
        contract.headers(operation, response.status())
                .forEach(header -> header.judge(response.header(header.key()), draft.evaluated())
                        .forEach(it -> draft.find(it.clause(), it.place(), it.expected(), it.actual(), exchange)));
        Optional<ServedState> state = contract.state(timeline.state());
        // What nobody arranged, as a limit that is exceeded, shows whoever asks.
        boolean whoeverAsks = state.isPresent() && !timeline.arranged();
        if (whoeverAsks || operation.security().admits(request.credential())) {
            state.ifPresent(it -> judgeState(it, exchange, response, body));
        } else if (operation.security().refuses(request.credential())) {
            draft.evaluated(operation.securityClause());
            if (response.status() != 401) {
                String expected =
                        "401 for a request with " + request.credential().words();
                draft.find(operation.securityClause(), "status", expected, String.valueOf(response.status()), exchange);
            }
        }
        if (body != null) {
            judgeBody(operation, exchange, response, body);
            if (timeline.arranged() && operation.security().admits(request.credential())) {
                state.ifPresent(it -> judgeMembers(it, exchange, response.status(), body));
            }
        }
    }

    /** What the contract has documented is asked for in one way; of other ways it says nothing but by rules. */
    private static boolean isDocumented(Operation operation, Request request) {
        return request.method().equals(operation.method())
                && AcceptHeader.parse(request.headers().getOrDefault("accept", JsonBody.MEDIA_TYPE))
                        .admits(JsonBody.MEDIA_TYPE);
    }

    private @Nullable JsonNode judgeContent(Operation operation, Exchange exchange, Response response) {
        String clause = operation.contentClause(response.status());
        draft.evaluated(clause);
        List<String> types = response.header("content-type");
        if (types.size() != 1 || !JsonBody.isNamedBy(types.get(0))) {
            String actual = types.isEmpty() ? "it is absent" : Excerpt.of(String.join(", ", types));
            draft.find(clause, "header Content-Type", JsonBody.MEDIA_TYPE, actual, exchange);
        }
        List<String> coded = response.header("content-encoding");
        if (coded.stream()
                .anyMatch(coding -> !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity"))) {
            draft.find(
                    clause,
                    "header Content-Encoding",
                    "none, since none was asked for",
                    Excerpt.of(String.join(", ", coded)),
                    exchange);
        }
        JsonBody parsed = JsonBody.parse(response.body());
        if (parsed.value() == null) {
            String actual = parsed.problem() + ": " + Excerpt.of(response.text());
            draft.find(clause, "", "one JSON text in UTF-8, each member named once", actual, exchange);
        }
        return parsed.value();
    }

    private void judgeState(ServedState state, Exchange exchange, Response response, @Nullable JsonNode body) {
        draft.evaluated(state.clause());
        String actual = contract.lifecycle().outcome(response.status(), body);
        // A success that tells no status is judged by its schema; here it counts as what was expected.
        List<String> outcomes =
                state.outcomes(contract.isMalformed(exchange.request().key()));
        boolean served =
                outcomes.stream().anyMatch(expected -> expected.equals(actual) || expected.startsWith(actual + " "));
        if (!served) {
            String expected = String.join(" or ", outcomes) + " in the state '" + state.name() + "'";
            draft.find(
                    state.clause(),
                    response.status() == contract.lifecycle().success()
                            ? "/" + contract.lifecycle().member()
                            : "status",
                    expected,
                    Excerpt.of(actual),
                    exchange);
        }
    }

    /** What a state promises and no schema demands: that is found already. */
    private void judgeMembers(ServedState state, Exchange exchange, int status, JsonNode body) {
        state.missing(contract.lifecycle().outcome(status, body), body).stream()
                .map(Document::segment)
                .filter(place -> draft.isClean(place, exchange))
                .forEach(place -> draft.find(
                        state.clause(),
                        place,
                        "a value, as the state '" + state.name() + "' promises",
                        body.at(place).isMissingNode()
                                ? "it is absent"
                                : Excerpt.of(body.at(place).toString()),
                        exchange));
    }

    private void judgeBody(Operation operation, Exchange exchange, Response response, JsonNode body) {
        Request request = exchange.request();
        Map<String, String> asked = request.key().parameters();
        Obligations obligations = contract.obligations(operation, response.status());
        JsonNode ruled = CallersAddress.leftOut(response, body, request.url());
        Obligations.Kept kept;
        try {
            kept = ruled.equals(body)
                    ? obligations.keptBy(response, body, asked)
                    : obligations.keptBy(body, ruled, asked);
        } catch (NotMatched e) {
            draft.unjudged(
                    "the body of an answer with " + response.status() + " could not be judged: " + e.getMessage());
            return;
        }
        kept.clauses().forEach(draft::evaluated);
        kept.refusals().forEach(it -> draft.find(it.clause(), it.place(), it.expected(), it.actual(), exchange));
        // A body that its schema refuses may lack what a rule speaks of: that is found already.
        boolean refused = !kept.refusals().isEmpty();
        Judged old = before.put(obligations.place(), new Judged(body, request, refused));
        RuleInput after = old == null
                ? null
                : RuleInput.body(body, asked)
                        .after(old.body(), old.request().key().parameters());
        for (Rule rule : obligations.rules()) {
            if (!rule.program().isTransition()) {
                if (draft.isBroken(rule, kept.ruling(rule), refused)) {
                    draft.find(
                            rule,
                            RulePlace.in(ruled, rule.breaks(), other -> isBroken(rule, RuleInput.body(other, asked))),
                            exchange);
                }
            } else if (after != null && draft.isBroken(rule, rule.program().judge(after), refused || old.refused())) {
                draft.find(rule, RulePlace.between(old.body(), body, rule.breaks()), exchange);
            }
        }
    }

    private void judgeResponseRules(Operation operation, Exchange exchange, Response response) {
        Request request = exchange.request();
        Circumstances circumstances = new Circumstances(
                request.method(),
                request.headers(),
                !operation.security().refuses(request.credential()),
                timeline.elsewhere());
        RuleInput input = RuleInput.response(response, request.key().parameters(), circumstances);
        for (Rule rule : contract.responseRules(operation)) {
            if (!rule.program().isTransition()
                    && draft.isBroken(rule, rule.program().judge(input), false)) {
                Map<String, String> asked = request.key().parameters();
                draft.find(
                        rule,
                        RulePlace.in(
                                response,
                                words(response),
                                other -> isBroken(rule, RuleInput.response(other, asked, circumstances))),
                        exchange);
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

    private static boolean isBroken(Rule rule, RuleInput input) {
        return rule.program().judge(input).isBroken();
    }
}
