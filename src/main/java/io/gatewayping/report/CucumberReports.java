package io.gatewayping.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cucumber.messages.types.Envelope;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Cucumber tells of a run, as a page for people and as lines for programs. Its own plugins would each put every message
 * into JSON, by a JSON library of their own: a tenth of what a run costs.
 */
final class CucumberReports implements ConcurrentEventListener {

    /** Writes messages as Cucumber does: no member where there is nothing. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(usual ->
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private final Path page;
    private final Path lines;

    /** Writes to these files once a run has begun. */
    CucumberReports(Path page, Path lines) {
        this.page = page;
        this.lines = lines;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        try {
            SpecificationPage toPage = new SpecificationPage(page);
            OutputStream toLines = new BufferedOutputStream(Files.newOutputStream(lines));
            publisher.registerHandlerFor(Envelope.class, message -> write(message, toPage, toLines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Envelope message, SpecificationPage toPage, OutputStream toLines) {
        byte[] json = JSON.writeValueAsBytes(message);
        try {
            toPage.write(json);
            toLines.write(json);
            toLines.write('\n');
            if (message.getTestRunFinished().isPresent()) {
                toPage.close();
                toLines.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
