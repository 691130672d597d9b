package io.gatewayping.counterexample;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Document;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.Operation;
import io.gatewayping.contract.ServedState;
import io.gatewayping.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Derives from a contract what it leaves open: each is one provider more that the gate must not refuse. */
public final class Oddities {

    private final Contract contract;
    private final Operation operation;
    private final List<Oddity> found = new ArrayList<>();

    private Oddities(Contract contract) {
        this.contract = contract;
        this.operation = contract.underTest();
    }

    /** Every one that is known. */
    public static List<Oddity> of(Contract contract) {
        Oddities oddities = new Oddities(contract);
        oddities.addMembers();
        oddities.addHeaders();
        oddities.addPaths();
        oddities.addLayouts();
        return oddities.found;
    }

    /** Each member that may be absent or null in an example is so in all answers of its outcome. */
    private void addMembers() {
        Set<String> covered = new LinkedHashSet<>();
        Set<String> served = new LinkedHashSet<>();
        contract.states().forEach(state -> state.serves().forEach(example -> served.add(example.name())));
        for (Example example : contract.examples(operation)) {
            if (!served.contains(example.name())) {
                continue;
            }
            for (String place : places(example.body(), "")) {
                boolean isNull = example.body().at(place).isNull();
                JsonNode without = Bodies.without(example.body(), place);
                JsonNode withNull = Bodies.with(example.body(), place, JsonNodeFactory.instance.nullNode());
                if (isLegal(example, without) && covered.add(example.outcome() + place + " is absent")) {
                    add(example.outcome() + ": " + place + " is absent", changed(example, body -> {
                        return Bodies.without(body, place);
                    }));
                }
                if (!isNull && isLegal(example, withNull) && covered.add(example.outcome() + place + " is null")) {
                    add(example.outcome() + ": " + place + " is null", changed(example, body -> {
                        return Bodies.with(body, place, JsonNodeFactory.instance.nullNode());
                    }));
                }
            }
        }
    }

    /** What the schema lets pass and no rule on one answer refuses. */
    private boolean isLegal(Example example, JsonNode body) {
        boolean accepted = contract.obligations(operation, example.status())
                .schema()
                .judge(body, new HashMap<>())
                .isEmpty();
        return accepted && contract.proof().keepsEveryRule(operation, example.status(), body);
    }

    private Counterexample.Answer changed(Example example, Change change) {
        return (honest, asked) -> {
            JsonNode body = JsonBody.parse(honest.body()).value();
            if (body == null || !outcome(honest).equals(example.outcome())) {
                return Optional.empty();
            }
            JsonNode changed = change.of(body);
            boolean isPromised = contract.state(asked.state())
                    .filter(state -> !state.missing(example.outcome(), changed).isEmpty())
                    .isPresent();
            return isPromised ? Optional.empty() : Optional.of(withBody(honest, changed.toString()));
        };
    }

    private interface Change {
        JsonNode of(JsonNode body);
    }

    /** Each header that may be absent is. */
    private void addHeaders() {
        contract.states().stream()
                .flatMap(state -> state.serves().stream())
                .map(Example::status)
                .distinct()
                .forEach(status -> contract.headers(operation, status).stream()
                        .filter(header -> header.demanded() == null)
                        .forEach(header -> add(
                                status + ": the header " + header.name() + " is absent",
                                (honest, asked) -> honest.status() == status
                                        ? Optional.of(HeaderCounterexamples.with(honest, header.key(), List.of()))
                                        : Optional.empty())));
    }

    /** Each way through a state that leaves something out, or shows something twice. */
    private void addPaths() {
        for (ServedState state : contract.states()) {
            int polls = state.serves().size();
            for (int mask = 0; polls > 1 && mask < 1 << (polls - 1); mask++) {
                List<Example> path = new ArrayList<>();
                for (int poll = 0; poll < polls; poll++) {
                    if (poll == polls - 1 || ((mask >> poll) & 1) == 1) {
                        path.add(state.serves().get(poll));
                    }
                }
                addPath(state, path);
            }
            if (polls > 1) {
                List<Example> twice = state.serves().stream()
                        .flatMap(example -> Collections.nCopies(2, example).stream())
                        .toList();
                addPath(state, twice);
            }
        }
    }

    private void addPath(ServedState state, List<Example> path) {
        if (path.equals(state.serves())) {
            return;
        }
        String what = "in the state '" + state.name() + "' it serves "
                + String.join(", ", path.stream().map(Example::name).toList());
        add(what, (honest, asked) -> {
            if (!asked.state().equals(state.name())
                    || honest.status() != path.get(0).status()) {
                return Optional.empty();
            }
            int poll = Math.min(asked.earlierByItsOwner().size(), path.size() - 1);
            Example example = path.get(poll);
            return Optional.of(contract.response(contract.underTest(), example, asked.key()));
        });
    }

    private void addLayouts() {
        add(
                "members that nobody knows, in every object of every answer",
                (honest, asked) ->
                        rewritten(honest, body -> withMore(body, asked.earlier().size())));
        add("members in another order", (honest, asked) -> rewritten(honest, Oddities::reversed));
        add(
                "members in another order from one answer to the next",
                (honest, asked) ->
                        asked.earlier().size() % 2 == 0 ? rewritten(honest, Oddities::reversed) : Optional.empty());
        add(
                "white space around and inside",
                (honest, asked) -> Optional.of(withBody(
                        honest,
                        "\r\n\t " + honest.text().replace(",\"", " ,\r\n \"").replace("\":", "\" :\t") + "\n")));
        add("headers that nobody knows", (honest, asked) -> {
            SortedMap<String, List<String>> headers = new TreeMap<>(Collections.reverseOrder());
            headers.putAll(honest.headers());
            headers.put(
                    "x-request-id",
                    List.of(asked.earlier().size() + "-" + asked.key().hashCode()));
            headers.put("cache-control", List.of("no-store"));
            headers.put("a-first-one", List.of("", "a", "b"));
            return Optional.of(new Response(honest.status(), headers, honest.body()));
        });
        add("headers in another order", (honest, asked) -> {
            SortedMap<String, List<String>> headers = new TreeMap<>(Collections.reverseOrder());
            headers.putAll(honest.headers());
            return Optional.of(new Response(honest.status(), headers, honest.body()));
        });
        add("a media type with its charset", (honest, asked) -> {
            SortedMap<String, List<String>> headers = new TreeMap<>(honest.headers());
            headers.replace("content-type", List.of("Application/JSON;charset=\"UTF-8\""));
            return Optional.of(new Response(honest.status(), headers, honest.body()));
        });
    }

    private static Optional<Response> rewritten(Response honest, Change change) {
        JsonNode body = JsonBody.parse(honest.body()).value();
        return body == null
                ? Optional.empty()
                : Optional.of(withBody(honest, change.of(body).toString()));
    }

    private static Response withBody(Response honest, String body) {
        return new Response(honest.status(), honest.headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode withMore(JsonNode node, int number) {
        if (!node.isObject()) {
            return node;
        }
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        more.put("a-member-that-nobody-knows", number);
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            // What a result holds is part of it, and never changes.
            more.set(member.getKey(), withMore(member.getValue(), 0));
        }
        more.putObject("another").putArray("of").add("them");
        return more;
    }

    private static JsonNode reversed(JsonNode node) {
        if (!node.isObject()) {
            return node;
        }
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
        Collections.reverse(members);
        ObjectNode reversed = JsonNodeFactory.instance.objectNode();
        members.forEach(member -> reversed.set(member.getKey(), reversed(member.getValue())));
        return reversed;
    }

    private static List<String> places(JsonNode node, String place) {
        List<String> places = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String inner = place + Document.segment(member.getKey());
            places.add(inner);
            places.addAll(places(member.getValue(), inner));
        }
        return places;
    }

    private String outcome(Response response) {
        return contract.lifecycle().outcome(response);
    }

    private void add(String what, Counterexample.Answer answer) {
        found.add(new Oddity(what, answer));
    }
}
