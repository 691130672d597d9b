package io.gatewayping.report;

import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Response;
import io.gatewayping.gate.ScenarioResult;
import io.gatewayping.gate.ShownFinding;
import io.gatewayping.report.Evidence.Observed;
import io.gatewayping.state.Arrangement;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every exchange as an HTTP Archive 1.2: {@code exchanges.har}. Each scenario is a page. What carried a token is left out
 * of the requests; {@code _credential} tells in words what it was, and {@code _connection} by which connection it went. What
 * {@code gate replay} needs stands there as well: the provider states of each page ({@code _arranged}) and the findings,
 * with the entry that showed each first.
 */
final class HarReport implements Report {

    /** Of a body, in characters: a hundred answers of half a mebibyte each are no evidence that anybody opens. */
    private static final int LONGEST = 64 << 10;

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void write(Evidence evidence, Writer out) {
        // Bodies may be large; they are written one by one.
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("log");
            json.writeStringProperty("version", "1.2");
            json.writeObjectPropertyStart("creator");
            json.writeStringProperty("name", "gateway-ping-gate");
            json.writeStringProperty("version", evidence.of().gate());
            json.writeEndObject();
            json.writeStringProperty("comment", evidence.verdict() + ": " + evidence.ofWhom());
            json.writeArrayPropertyStart("pages");
            for (ScenarioResult scenario : evidence.run().scenarios()) {
                page(evidence, scenario, json);
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("entries");
            for (Observed observed : evidence.observed()) {
                entry(observed, json);
            }
            json.writeEndArray();
            // Nothing brings the tasks of a live deployment about again.
            json.writeBooleanProperty("_live", evidence.of().isLive());
            json.writeArrayPropertyStart("_findings");
            for (ShownFinding shown : evidence.findings()) {
                finding(evidence, shown, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void page(Evidence evidence, ScenarioResult scenario, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty(
                "startedDateTime",
                scenario.exchanges().stream()
                        .map(Exchange::start)
                        .findFirst()
                        .orElse(evidence.of().start())
                        .toString());
        json.writeStringProperty("id", scenario.location());
        json.writeStringProperty("title", scenario.title());
        json.writeObjectPropertyStart("pageTimings");
        json.writeEndObject();
        json.writeStringProperty("_verdict", scenario.verdict().name());
        json.writeArrayPropertyStart("_arranged");
        for (Arrangement state : scenario.reproduction().arrangement()) {
            json.writeStartObject();
            json.writeStringProperty("state", state.state());
            json.writePOJOProperty("params", state.params());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void finding(Evidence evidence, ShownFinding shown, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("clause", shown.finding().clause());
        json.writeStringProperty("place", shown.finding().place());
        json.writeStringProperty("wrong", shown.finding().wrong());
        json.writeNumberProperty("entry", evidence.indexOf(shown.showings().get(0)));
        json.writeEndObject();
    }

    private static void entry(Observed observed, JsonGenerator json) {
        Exchange exchange = observed.exchange();
        long milliseconds = exchange.took().toMillis();
        json.writeStartObject();
        json.writeStringProperty("pageref", observed.scenario().location());
        json.writeStringProperty("startedDateTime", exchange.start().toString());
        json.writeNumberProperty("time", milliseconds);
        json.writeStringProperty("_credential", exchange.request().credential().words());
        json.writeStringProperty("_connection", exchange.request().way().words());
        if (exchange.response() == null) {
            json.writeStringProperty("_error", exchange.outcome().problem());
        }
        json.writeObjectPropertyStart("request");
        json.writeStringProperty("method", exchange.request().method());
        json.writeStringProperty("url", exchange.request().url().toString());
        json.writeStringProperty("httpVersion", "HTTP/1.1");
        empty(json, "cookies");
        json.writeArrayPropertyStart("headers");
        exchange.request().headers().forEach((name, value) -> header(name, value, json));
        json.writeEndArray();
        empty(json, "queryString");
        json.writeNumberProperty("headersSize", -1);
        json.writeNumberProperty("bodySize", 0);
        json.writeEndObject();
        response(exchange.response(), json);
        json.writeObjectPropertyStart("cache");
        json.writeEndObject();
        json.writeObjectPropertyStart("timings");
        json.writeNumberProperty("send", 0);
        json.writeNumberProperty("wait", milliseconds);
        json.writeNumberProperty("receive", 0);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** A request without an answer has, as browsers write it, one of the status 0. */
    private static void response(@Nullable Response response, JsonGenerator json) {
        json.writeObjectPropertyStart("response");
        json.writeNumberProperty("status", response == null ? 0 : response.status());
        json.writeStringProperty(
                "statusText", response == null ? "" : response.aside().reason());
        json.writeStringProperty("httpVersion", response == null ? "" : "HTTP/1.1");
        empty(json, "cookies");
        json.writeArrayPropertyStart("headers");
        if (response != null) {
            response.headers().forEach((name, values) -> values.forEach(value -> header(name, value, json)));
        }
        json.writeEndArray();
        content(response == null ? new byte[0] : response.body(), type(response), json);
        json.writeStringProperty("redirectURL", "");
        json.writeNumberProperty("headersSize", -1);
        json.writeNumberProperty("bodySize", response == null ? -1 : response.body().length);
        json.writeEndObject();
    }

    private static String type(@Nullable Response response) {
        return response == null ? "" : String.join(", ", response.header("content-type"));
    }

    private static void content(byte[] body, String type, JsonGenerator json) {
        Optional<String> text = text(body);
        json.writeObjectPropertyStart("content");
        json.writeNumberProperty("size", body.length);
        json.writeStringProperty("mimeType", type);
        String whole = text.orElseGet(() -> Base64.getEncoder().encodeToString(body));
        json.writeStringProperty("text", Excerpt.beginning(whole, LONGEST));
        if (whole.length() > LONGEST) {
            json.writeStringProperty("comment", "the first " + LONGEST + " characters of " + whole.length());
        }
        if (text.isEmpty()) {
            json.writeStringProperty("encoding", "base64");
        }
        json.writeEndObject();
    }

    private static Optional<String> text(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static void header(String name, String value, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("value", value);
        json.writeEndObject();
    }

    private static void empty(JsonGenerator json, String name) {
        json.writeArrayPropertyStart(name);
        json.writeEndArray();
    }
}
