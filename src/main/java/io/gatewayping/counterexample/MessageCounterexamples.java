package io.gatewayping.counterexample;

import io.gatewayping.contract.Operation;
import io.gatewayping.counterexample.Counterexample.Answer;
import io.gatewayping.exchange.Response;
import io.gatewayping.exchange.Response.Aside;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Counterexamples in what is around a body: how a message is written, how its body is coded, and where secrets hide. */
final class MessageCounterexamples {

    private static final JsonMapper JSON = JsonMapper.shared();

    private MessageCounterexamples() {}

    /** Answers of a status that are no HTTP. */
    static List<Counterexample> malformed(Operation operation, int status) {
        List<Counterexample> malformed = new ArrayList<>();
        Messages.MALFORMED.forEach((what, written) -> malformed.add(new Counterexample(
                operation.messageClause(),
                what,
                "of " + status,
                operation,
                of(status, answer -> answer),
                written,
                true,
                Counterexample.Shows.ANSWERS)));
        return malformed;
    }

    /** Answers of a status in a coding that was not asked for, and those that only say so. */
    static List<Counterexample> coded(Operation operation, int status) {
        List<Counterexample> coded = new ArrayList<>();
        Codings.ALL.forEach((coding, code) -> {
            coded.add(saidToBe(operation, status, coding, "the body is in " + coding, code));
            coded.add(saidToBe(operation, status, coding, "the body is said to be in " + coding, body -> body));
        });
        return coded;
    }

    private static Counterexample saidToBe(
            Operation operation, int status, String coding, String what, UnaryOperator<byte[]> code) {
        Answer answer = of(status, honest -> {
            SortedMap<String, List<String>> headers = new TreeMap<>(honest.headers());
            headers.put("content-encoding", List.of(coding));
            return new Response(status, headers, code.apply(honest.body()));
        });
        return new Counterexample(operation.contentClause(status), what, "", operation, answer, true);
    }

    private static Answer of(int status, UnaryOperator<Response> changed) {
        return (honest, asked) -> honest.status() == status ? Optional.of(changed.apply(honest)) : Optional.empty();
    }

    /** Ways to add a text to a response, by the place where it is then. */
    static Map<String, UnaryOperator<Response>> echoes(String text) {
        Map<String, UnaryOperator<Response>> echoes = new LinkedHashMap<>();
        SortedMap<String, List<String>> named = new TreeMap<>(Map.of("x-" + text, List.of("1")));
        SortedMap<String, List<String>> valued = new TreeMap<>(Map.of("x-debug", List.of(text)));
        echoes.put("in the body", answer -> with(text, answer));
        echoes.put("in a header's name", answer -> {
            SortedMap<String, List<String>> headers = new TreeMap<>(answer.headers());
            headers.putAll(named);
            return new Response(answer.status(), headers, answer.body());
        });
        echoes.put("in the reason", beside(new Aside(text, List.of(), new TreeMap<>(), List.of())));
        for (String interim : List.of("HTTP/1.1 103 Early Hints\nX-Debug: " + text, "HTTP/1.1 102 " + text)) {
            echoes.put(
                    interim.contains("\n") ? "in a header of an interim answer" : "in the reason of an interim answer",
                    beside(new Aside("", List.of(interim), new TreeMap<>(), List.of())));
        }
        echoes.put("in a trailer", beside(new Aside("", List.of(), valued, List.of())));
        echoes.put("in a trailer's name", beside(new Aside("", List.of(), named, List.of())));
        echoes.put(
                "in a chunk extension", beside(new Aside("", List.of(), new TreeMap<>(), List.of(";debug=" + text))));
        return echoes;
    }

    private static UnaryOperator<Response> beside(Aside aside) {
        return answer -> new Response(answer.status(), answer.headers(), answer.body(), aside);
    }

    private static Response with(String text, Response answer) {
        ObjectNode body = (ObjectNode) JSON.readTree(answer.body());
        body.put("debug", text);
        return new Response(answer.status(), answer.headers(), JSON.writeValueAsBytes(body));
    }
}
