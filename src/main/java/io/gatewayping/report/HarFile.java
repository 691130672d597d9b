package io.gatewayping.report;

import io.gatewayping.exchange.Call;
import io.gatewayping.exchange.Credential;
import io.gatewayping.exchange.FileFault;
import io.gatewayping.gate.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An {@code exchanges.har} of an earlier run. */
public final class HarFile {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonNode log;

    private HarFile(JsonNode log) {
        this.log = log;
    }

    /** The file cannot be read, or is none of this program's; the message says which. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** Reads one. */
    public static HarFile read(Path file) throws Unreadable {
        if (!Files.isRegularFile(file)) {
            throw new Unreadable(
                    Files.isDirectory(file)
                            ? "it is a folder"
                            : Files.exists(file) ? "it is no file" : "there is no such file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            JsonNode log = JSON.readTree(stream).path("log");
            if (!log.path("_findings").isArray()) {
                throw new Unreadable("it is no exchanges.har of this program, which tells the findings as well");
            }
            return new HarFile(log);
        } catch (JacksonException e) {
            throw new Unreadable("it is no JSON");
        } catch (IOException e) {
            throw new Unreadable("it cannot be read: " + FileFault.words(e));
        }
    }

    /** Its findings, in the order of every report. */
    public List<Recording.Found> findings() {
        return log.path("_findings")
                .valueStream()
                .map(finding -> new Recording.Found(
                        finding.path("clause").asString(),
                        finding.path("place").asString(),
                        finding.path("wrong").asString()))
                .toList();
    }

    /**
     * What showed a finding: all that its scenario sent until then. What was sent without the valid token is compared with
     * what else was sent so, of which some may have come later.
     *
     * @param index among the findings, from 0
     */
    public Recording showing(int index) throws Unreadable {
        if (log.path("_live").asBoolean(false)) {
            throw new Unreadable("it is of a run with --live, and nothing brings the tasks of that run about again;"
                    + " run check --live again, with its --seed");
        }
        int last = log.path("_findings").path(index).path("entry").asInt(-1);
        JsonNode entries = log.path("entries");
        String page = entries.path(last).path("pageref").asString("");
        String credential = entries.path(last).path("_credential").asString("");
        boolean compared = !isOf(entries.path(last), Credential.VALID_TOKEN.words());
        JsonNode scenario = log.path("pages")
                .valueStream()
                .filter(it -> it.path("id").asString("").equals(page))
                .findFirst()
                .orElseThrow(() -> new Unreadable("no exchange is told that showed this finding"));
        try {
            return new Recording(
                    findings().get(index),
                    new Recording.Page(page, scenario.path("title").asString("")),
                    scenario.path("_arranged")
                            .valueStream()
                            .map(it -> new Recording.State(
                                    it.path("state").asString(), JSON.convertValue(it.path("params"), TEXTS)))
                            .toList(),
                    IntStream.range(0, entries.size())
                            .filter(entry -> entry <= last || (compared && isOf(entries.path(entry), credential)))
                            .mapToObj(entries::path)
                            .filter(entry -> entry.path("pageref").asString("").equals(page))
                            .map(HarFile::sent)
                            .toList());
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new Unreadable("an entry of it cannot be sent again: " + e.getMessage());
        }
    }

    private static boolean isOf(JsonNode entry, String credential) {
        return entry.path("_credential").asString("").equals(credential);
    }

    private static Recording.Sent sent(JsonNode entry) {
        JsonNode request = entry.path("request");
        Map<String, String> headers = new LinkedHashMap<>();
        request.path("headers")
                .forEach(header -> headers.put(
                        header.path("name").asString(), header.path("value").asString()));
        return new Recording.Sent(
                request.path("method").asString(),
                URI.create(request.path("url").asString()),
                headers,
                Credential.named(entry.path("_credential").asString()),
                Call.Way.named(entry.path("_connection").asString("usual")),
                Instant.parse(entry.path("startedDateTime").asString()));
    }
}
