package io.gatewayping.stub;

import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Tells each request and what it is answered, in one line without the token. */
final class LoggedAnswers implements Answering {

    private static final int PATH = 200;
    private static final int STATUS = "HTTP/1.1 ".length();

    private final Answering answering;
    private final Redaction redaction;
    private final Consumer<String> log;

    LoggedAnswers(Answering answering, String token, Consumer<String> log) {
        this.answering = answering;
        this.redaction = new Redaction(List.of(token));
        this.log = log;
    }

    @Override
    public Reply answer(HttpRequest request) {
        Reply reply = answering.answer(request);
        // A token may stand in a query, right or wrong.
        String query = request.query().isEmpty() ? "" : "?…";
        String asked = redaction.redact(request.method() + " " + request.path()) + query;
        log.accept(Excerpt.of(asked, PATH) + " " + status(reply));
        return reply;
    }

    @Override
    public Reply answer(Rejected rejected) {
        Reply reply = answering.answer(rejected);
        log.accept("(no request: " + Excerpt.of(redaction.redact(String.valueOf(rejected.getMessage())), PATH) + ") "
                + status(reply));
        return reply;
    }

    private static String status(Reply reply) {
        String head = new String(reply.bytes(), StandardCharsets.ISO_8859_1);
        return head.length() < STATUS + 3 ? "" : head.substring(STATUS, STATUS + 3);
    }
}
