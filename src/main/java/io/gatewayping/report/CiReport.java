package io.gatewayping.report;

import io.gatewayping.exchange.FileFault;
import io.gatewayping.gate.GateListener;
import io.gatewayping.gate.RunResult;
import io.gatewayping.gate.ShownFinding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a CI server shows beside a build, where it is known and has a place for it. None of it touches the verdict. */
public final class CiReport implements GateListener {

    private static final int MOST = 10;

    private final Circumstances circumstances;
    private final Map<String, String> environment;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * Tells the server that these variables are of.
     *
     * @param out takes annotations
     * @param err takes what went wrong with a summary
     */
    public CiReport(Circumstances circumstances, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        this.circumstances = circumstances;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    @Override
    public void runEnded(RunResult run) {
        Evidence evidence = Evidence.of(run, circumstances);
        Annotation annotation = annotation();
        if (annotation != null) {
            evidence.findings().stream()
                    .filter(shown -> run.accepted(shown).isEmpty())
                    .limit(MOST)
                    .forEach(shown -> out.println(annotation.of(shown.finding().clause(), words(shown))));
            out.flush();
        }
        String summary = environment.get("GITHUB_STEP_SUMMARY");
        if (summary != null && !summary.isBlank()) {
            append(summary, Summary.of(evidence));
        }
    }

    private static String words(ShownFinding shown) {
        return Told.place(shown.finding()) + ": " + Told.sentence(shown.finding());
    }

    private void append(String file, String text) {
        try {
            Files.writeString(
                    Path.of(file), text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException | InvalidPathException e) {
            err.println("gate: the summary could not be written to GITHUB_STEP_SUMMARY: " + FileFault.words(e));
        }
    }

    private interface Annotation {
        String of(String title, String text);
    }

    private @Nullable Annotation annotation() {
        if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
            return (title, text) -> "::error title=" + github(title) + "::" + github(text);
        }
        if (environment.containsKey("TF_BUILD")) {
            return (title, text) -> "##vso[task.logissue type=error]" + title + " " + text;
        }
        if (environment.containsKey("TEAMCITY_VERSION")) {
            return (title, text) -> "##teamcity[buildProblem description='" + teamcity(title + " " + text) + "']";
        }
        return null;
    }

    private static String github(String text) {
        return text.replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A")
                .replace(":", "%3A")
                .replace(",", "%2C");
    }

    private static String teamcity(String text) {
        StringBuilder escaped = new StringBuilder();
        List<Integer> special = List.of((int) '|', (int) '\'', (int) '[', (int) ']');
        text.codePoints().forEach(c -> {
            if (special.contains(c)) {
                escaped.append('|');
            }
            if (c > 126) {
                escaped.append(String.format(Locale.ROOT, "|0x%04X", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
