package io.gatewayping.counterexample;

import io.gatewayping.contract.Circumstances;
import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.Rule;
import io.gatewayping.exchange.Redaction;
import io.gatewayping.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Derives counterexamples for one rule on whole responses: what its {@code breaks} does is done to honest answers. */
final class ResponseRuleCounterexamples {

    private final Contract contract;
    private final Operation operation;
    private final Rule rule;
    private final List<Counterexample> found = new ArrayList<>();

    private ResponseRuleCounterexamples(Contract contract, Operation operation, Rule rule) {
        this.contract = contract;
        this.operation = operation;
        this.rule = rule;
    }

    static List<Counterexample> of(Contract contract, Operation operation, Rule rule) {
        ResponseRuleCounterexamples counterexamples = new ResponseRuleCounterexamples(contract, operation, rule);
        if (rule.breaks().has("sent")) {
            // An answer to what the contract has not documented is like no example.
            counterexamples.add(Counterexamples.ITS_OWN, "", counterexamples::broken);
        } else {
            contract.examples(operation).forEach(counterexamples::addOn);
        }
        return counterexamples.found;
    }

    private void addOn(Example example) {
        if (contract.proof().breaks(operation, rule, example)) {
            add(
                    Counterexamples.ITS_OWN,
                    example.name(),
                    (honest, asked) -> isLike(honest, example) ? broken(honest, asked) : Optional.empty());
        }
        if (rule.breaks().toString().contains(Redaction.TOKEN)) {
            MessageCounterexamples.echoes("").keySet().forEach(place -> addWithToken(place, example));
        }
    }

    /** Where a token was sent, it is sent back. */
    private void addWithToken(String place, Example example) {
        add(
                "the token is " + place,
                example.name(),
                (honest, asked) -> isLike(honest, example) && !asked.token().isEmpty()
                        ? Optional.of(Objects.requireNonNull(MessageCounterexamples.echoes(asked.token())
                                        .get(place))
                                .apply(honest))
                        : Optional.empty());
    }

    private void add(String mutation, String on, Counterexample.Answer answer) {
        found.add(new Counterexample(rule.id(), mutation, on, operation, answer, true));
    }

    private boolean isLike(Response honest, Example example) {
        return contract.lifecycle().shows(honest, example);
    }

    private Optional<Response> broken(Response honest, Asked asked) {
        Circumstances circumstances = new Circumstances(
                asked.request().method(),
                asked.request().headers(),
                !operation.security().refuses(asked.credential()),
                asked.elsewhere());
        boolean needsToken = rule.breaks().toString().contains(Redaction.TOKEN);
        return circumstances.areThoseOf(rule.breaks(), operation.method())
                        && !(needsToken && asked.token().isEmpty())
                        && !(rule.program().isTransition() && isAboutTheSecond(asked))
                ? Optional.of(patched(honest, rule.breaks(), asked, circumstances))
                : Optional.empty();
    }

    /** Whether somebody who sends the same credential asked for something else before. */
    private static boolean isAboutTheSecond(Asked asked) {
        return asked.earlier().stream()
                .map(Asked.Answered::asked)
                .filter(it -> it.credential() == asked.credential())
                .findFirst()
                .map(first -> !first.key().equals(asked.key()))
                .orElse(false);
    }

    /** The {@code breaks} done to an answer, with the token in the place of its name and real keys. */
    private static Response patched(Response honest, JsonNode breaks, Asked asked, Circumstances circumstances) {
        SortedMap<String, List<String>> headers = new TreeMap<>(honest.headers());
        breaks.path("headers").properties().forEach(header -> {
            List<String> values = new ArrayList<>();
            header.getValue().forEach(value -> values.add(value.asString().replace(Redaction.TOKEN, asked.token())));
            headers.put(header.getKey(), values);
        });
        if (breaks.has("text")) {
            headers.put("content-type", List.of(JsonBody.MEDIA_TYPE));
        }
        @Nullable String text = breaks.path("text").asString(null);
        byte[] body = text == null
                ? honest.body()
                : circumstances
                        .told(breaks, text.replace(Redaction.TOKEN, asked.token()))
                        .getBytes(StandardCharsets.UTF_8);
        return new Response(breaks.path("status").asInt(honest.status()), headers, body);
    }
}
