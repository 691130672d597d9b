package io.gatewayping.cli;

import io.gatewayping.gate.Verdict;
import io.gatewayping.pact.InteractionResult;
import io.gatewayping.pact.VerificationReports;
import io.gatewayping.pact.VerifiedPact;
import io.gatewayping.pact.VerifiedPacts;
import io.gatewayping.report.ReportFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where it is told what became of pacts: line by line as they are verified, or as JSON; and in reports, when they are asked for. */
final class VerifiedPactsOutput implements AutoCloseable {

    private final PrintWriter out;
    private final boolean json;
    private final @Nullable Reporting reporting;
    private boolean ended;

    /** A folder, and the reports that are written for it. */
    private record Reporting(Path folder, ReportFolder reports) {}

    /**
     * Takes the reports of an earlier run away.
     *
     * @param folder of the reports, or null when nobody asks for them
     */
    VerifiedPactsOutput(PrintWriter out, boolean json, @Nullable Path folder) {
        this.out = out;
        this.json = json;
        this.reporting = folder == null ? null : opened(folder);
    }

    private static Reporting opened(Path folder) {
        try {
            return new Reporting(folder, ReportFolder.open(folder));
        } catch (IOException e) {
            throw ReportOption.unwritable(folder, e);
        }
    }

    void print(VerifiedPact verified, List<String> why) {
        if (json) {
            return;
        }
        out.printf("%s with %s%s%n", verified.consumer(), verified.provider(), verified.pending() ? " (pending)" : "");
        why.forEach(reason -> out.printf("  %s%n", reason));
        for (InteractionResult result : verified.results()) {
            out.printf("  %s  %s%s%n", mark(result.verdict()), result.name(), result.pending() ? " (pending)" : "");
            result.details().forEach(detail -> out.printf("            %s%n", detail));
        }
        out.flush();
    }

    void say(String line) {
        if (!json) {
            out.println(line);
        }
    }

    /** The end of all of it. */
    void ended(VerifiedPacts verified) {
        report(verified);
        if (json) {
            out.println(VerificationReports.json(verified));
        } else {
            verified.inconclusive().forEach(out::println);
            out.println(verified.word());
        }
    }

    /** The end where the broker would not be told: what it says is told by whoever called. */
    void endedUnpublished(VerifiedPacts verified, String why) {
        endedInSilence(new VerifiedPacts(verified.pacts(), List.of("not all results were published: " + why)));
    }

    /** The end where the broker kept it from coming to one. */
    void brokenOff(String why) {
        if (!ended) {
            endedInSilence(new VerifiedPacts(List.of(), List.of(why)));
        }
    }

    private void endedInSilence(VerifiedPacts verified) {
        ended = true;
        report(verified);
        if (json) {
            out.println(VerificationReports.json(verified));
        }
    }

    private void report(VerifiedPacts verified) {
        if (reporting == null) {
            return;
        }
        try {
            ReportFolder reports = reporting.reports();
            Files.writeString(reports.verdict(), VerificationReports.json(verified));
            VerificationReports.junit(verified, reports.junit());
            VerificationReports.html(verified, reports.html());
            reports.publish();
        } catch (IOException e) {
            throw ReportOption.unwritable(reporting.folder(), e);
        }
    }

    @Override
    public void close() {
        if (reporting != null) {
            reporting.reports().close();
        }
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case CONFORMS -> "ok    ";
            case DOES_NOT_CONFORM -> "BROKEN";
            case INCONCLUSIVE -> "?     ";
        };
    }
}
