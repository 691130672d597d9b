package io.gatewayping.broker;

import au.com.dius.pact.core.pactbroker.RequestFailedException;
import io.gatewayping.exchange.TlsFault;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What went wrong between us and a broker, in words. */
final class Faults {

    private Faults() {}

    /** The answer behind a failure, when the broker gave one that is no success. */
    static Optional<RequestFailedException> answer(Throwable failure) {
        return cause(failure, RequestFailedException.class);
    }

    /** Whether it may be otherwise in a while: a broker that is started again, or busy. */
    static boolean isPassing(Throwable failure, BrokerHttp http) {
        return http.isExpired()
                || answer(failure).filter(answer -> answer.getStatus() >= 500).isPresent()
                || cause(failure, SocketException.class).isPresent()
                || cause(failure, InterruptedIOException.class).isPresent()
                || cause(failure, NoHttpResponseException.class).isPresent();
    }

    /**
     * What went wrong.
     *
     * @param known whether there is a broker, as its index showed
     */
    static String words(Throwable failure, BrokerHttp http, Duration timeout, boolean known) {
        if (http.isExpired() || cause(failure, InterruptedIOException.class).isPresent()) {
            String told = http.busy().isPresent()
                    ? "it answered " + http.busy().getAsInt() + ", and gave no other answer"
                    : "no complete answer";
            return told + " within " + timeout.toMillis() / 1000.0 + " s";
        }
        Optional<RequestFailedException> answer = answer(failure);
        if (answer.isPresent()) {
            return "it answered " + advice(answer.get().getStatus(), known);
        }
        Optional<UnknownHostException> noHost = cause(failure, UnknownHostException.class);
        if (noHost.isPresent()) {
            return "no such host (" + noHost.get().getMessage() + ")";
        }
        if (cause(failure, ConnectException.class).isPresent()) {
            return "nobody listens there";
        }
        Optional<SSLException> noTls = cause(failure, SSLException.class);
        if (noTls.isPresent()) {
            return TlsFault.words(noTls.get());
        }
        Optional<HttpException> noHttp = cause(failure, HttpException.class);
        if (noHttp.isPresent()) {
            return "its answer is no HTTP (" + noHttp.get().getMessage() + ")";
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private static String advice(int status, boolean known) {
        return switch (status) {
            case 301, 302, 303, 307, 308 ->
                status + ": it redirects, which is not followed; give the URL that it leads to";
            case 400 ->
                "400 and does not say why: is what it is given what it asks for? A broker with basic authentication"
                        + " takes PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, and no PACT_BROKER_TOKEN";
            case 401 ->
                "401: give PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, that it lets in";
            case 403 -> "403: what it is given may not do this";
            case 404 -> known ? "404: there is no such thing" : "404: there is no such thing, or no Pact Broker there";
            default -> String.valueOf(status);
        };
    }

    /** What a broker says that is wrong, one after the other; nothing when it does not say so as brokers do. */
    static Optional<String> errors(String body) {
        try {
            JsonNode answer = JsonMapper.shared().readTree(body);
            List<String> errors = new ArrayList<>();
            addTexts("", answer.path("errors"), errors);
            return errors.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", errors));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static void addTexts(String name, JsonNode node, List<String> texts) {
        if (node.isValueNode()) {
            texts.add((name.isEmpty() ? "" : name + ": ") + node.asString());
        }
        node.forEach(item -> {
            if (node.isArray()) {
                addTexts(name, item, texts);
            }
        });
        node.properties().forEach(member -> addTexts(member.getKey(), member.getValue(), texts));
    }

    private static <E extends Throwable> Optional<E> cause(Throwable failure, Class<E> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
