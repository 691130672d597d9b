package io.gatewayping.broker;

import au.com.dius.pact.core.pactbroker.IHalClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.RequestFailedException;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.core.support.json.JsonValue;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Redaction;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of one broker by Pact's client: whatever it does not do as asked is a {@link BrokerFault} with one clear line. */
final class BrokerCalls implements AutoCloseable {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    private static final int WORDS = 1000;

    private final BrokerAccess access;
    private final BrokerHttp http;
    private final PactBrokerClient client;
    private final Redaction redaction;
    private boolean indexRead;

    /** A call of Pact's client. */
    interface Call<T> {
        T made() throws Exception;
    }

    BrokerCalls(BrokerAccess access) {
        this.access = access;
        http = new BrokerHttp(access);
        client = new GuardedClient(access.url().toString().replaceFirst("/$", ""), http);
        redaction = new Redaction(access.secrets());
    }

    PactBrokerClient client() {
        return client;
    }

    /** Whatever failed before: something else is asked now. */
    void begin() {
        http.begin();
    }

    /** What was asked last. */
    String lastRequest() {
        return http.lastRequest();
    }

    /** A text that came from the broker, fit to be shown: bounded, on one line, and without what lets us in. */
    String shown(String text) {
        return Excerpt.of(redaction.redact(text), WORDS);
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException e) {
            // Nothing more is wanted of it.
        }
    }

    /** The index, when it has this link. */
    IHalClient index(String what, String link) throws BrokerFault {
        http.begin();
        IHalClient index = asked(what, () -> client.newHalClient().navigate());
        indexRead = true;
        if (index.linkUrl(link) == null) {
            throw trouble(what, "its index has no link " + link + "; is it a Pact Broker of version 2.86 or later?");
        }
        return index;
    }

    <T> T asked(String what, Call<T> call) throws BrokerFault {
        try {
            return call.made();
        } catch (Exception e) {
            throw explained(what, http.failure().orElse(e));
        }
    }

    <T> T unwrapped(String what, Call<? extends Result<T, ?>> call) throws BrokerFault {
        Result<T, ?> result = asked(what, call::made);
        Object error = result.errorValue();
        if (error == null) {
            return Objects.requireNonNull(result.get());
        }
        throw explained(what, http.failure().orElseGet(() -> thrown(error)));
    }

    private static Exception thrown(Object error) {
        return error instanceof Exception failure ? failure : new IOException(String.valueOf(error));
    }

    JsonNode json(String what, JsonValue answer) throws BrokerFault {
        try {
            return JsonMapper.shared().readTree(answer.serialise());
        } catch (JacksonException e) {
            throw trouble(what, "its answer cannot be read");
        }
    }

    BrokerFault trouble(String what, String why) {
        return BrokerFault.trouble(line(what, why));
    }

    BrokerFault refusal(String what, String why) {
        return BrokerFault.refusal(line(what, why));
    }

    private BrokerFault explained(String what, Exception failure) {
        Optional<RequestFailedException> answer = Faults.answer(failure);
        int status = answer.map(RequestFailedException::getStatus).orElse(0);
        Optional<String> errors = answer.flatMap(it -> Faults.errors(String.valueOf(it.getBody())));
        // The broker has understood, and will not: what was sent is wrong, which others say with 400 as well but not in
        // the broker's words, or it stands against what it has already.
        if (status == CONFLICT || (status == BAD_REQUEST && errors.isPresent())) {
            String why =
                    errors.orElseGet(() -> String.valueOf(answer.orElseThrow().getBody()));
            return BrokerFault.refusal(line(what, "it answered " + status + ": " + shown(why)))
                    .with(status);
        }
        String words = line(what, shown(Faults.words(failure, http, access.timeout(), indexRead)));
        return (Faults.isPassing(failure, http) ? BrokerFault.passing(words) : BrokerFault.trouble(words)).with(status);
    }

    private String line(String what, String why) {
        String asked = http.lastRequest().isEmpty() ? "" : " (" + shown(http.lastRequest()) + ")";
        return "the broker at " + access + ": " + what + ": " + why + asked;
    }
}
