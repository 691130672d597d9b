package io.gatewayping.report;

import io.cucumber.plugin.Plugin;
import io.gatewayping.gate.GateListener;
import io.gatewayping.gate.RunResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the files of evidence when a run has ended, also when no scenario was run. */
public final class Reports implements GateListener {

    private static final Map<String, Report> OURS = new LinkedHashMap<>();

    static {
        OURS.put(ReportFolder.HTML, new HtmlReport());
        OURS.put(ReportFolder.JUNIT, new JunitReport());
        OURS.put(ReportFolder.HAR, new HarReport());
        OURS.put(ReportFolder.SARIF, new SarifReport());
        OURS.put(ReportFolder.VERDICT, new JsonReport());
    }

    private final ReportFolder folder;
    private final Circumstances circumstances;

    /** Writes to this folder. */
    public Reports(ReportFolder folder, Circumstances circumstances) {
        this.folder = folder;
        this.circumstances = circumstances;
    }

    /** Of whom, by what, with what and when. */
    public Circumstances circumstances() {
        return circumstances;
    }

    /** What Cucumber is to write there, in its own words. */
    public Plugin ofCucumber() {
        return new CucumberReports(folder.aside(ReportFolder.SPECIFICATION), folder.aside(ReportFolder.MESSAGES));
    }

    @Override
    public void runEnded(RunResult run) {
        Evidence evidence = Evidence.of(run, circumstances);
        OURS.forEach((name, report) -> {
            // Half a character, wherever it came from, is no reason to tell nothing.
            try (Writer out = new BufferedWriter(
                    new OutputStreamWriter(Files.newOutputStream(folder.aside(name)), StandardCharsets.UTF_8))) {
                report.write(evidence, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
