package io.gatewayping.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a run's reports. They are written aside and put in place together, when the run has ended; those of the
 * run before are taken away when this one begins, so that nobody reads an old verdict as a new one.
 */
public final class ReportFolder implements AutoCloseable {

    static final String HTML = "report.html";
    static final String SPECIFICATION = "specification.html";
    static final String JUNIT = "junit.xml";
    static final String HAR = "exchanges.har";
    static final String SARIF = "findings.sarif";
    static final String MESSAGES = "messages.ndjson";
    static final String VERDICT = "verdict.json";

    /** In the order in which they are put in place: whoever waits for the verdict finds the others beside it. */
    static final List<String> ALL = List.of(HTML, SPECIFICATION, JUNIT, HAR, SARIF, MESSAGES, VERDICT);

    private final Path folder;
    private final Path aside;

    private ReportFolder(Path folder, Path aside) {
        this.folder = folder;
        this.aside = aside;
    }

    /**
     * Takes the reports of an earlier run away.
     *
     * @throws IOException when they cannot be
     */
    public static void forget(Path folder) throws IOException {
        for (String name : ALL) {
            Path report = folder.resolve(name);
            // A file system that cannot be written to refuses to take away what is not there, too.
            if (Files.exists(report, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(report);
            }
        }
    }

    /**
     * Makes the folder ready, without reports of an earlier run.
     *
     * @throws IOException when it cannot be written to
     */
    public static ReportFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        forget(folder);
        return new ReportFolder(folder, Files.createTempDirectory(folder, ".running-"));
    }

    /** Where a report is written to until the run has ended. */
    Path aside(String name) {
        return aside.resolve(name);
    }

    /** Where the verdict for programs is written to until the run has ended. */
    public Path verdict() {
        return aside(VERDICT);
    }

    /** Where the report for people is written to until the run has ended. */
    public Path html() {
        return aside(HTML);
    }

    /** Where the report for CI servers is written to until the run has ended. */
    public Path junit() {
        return aside(JUNIT);
    }

    /** Where a report is when it is in place. */
    Path inPlace(String name) {
        return folder.resolve(name);
    }

    /** The report for people, as it is named when it is in place. */
    public Path page() {
        return inPlace(HTML);
    }

    /**
     * Puts the reports in place, the verdict last.
     *
     * @throws IOException when one of them cannot be; then none is left
     */
    public void publish() throws IOException {
        try {
            for (String name : ALL) {
                // Where no scenario was run, Cucumber wrote nothing.
                if (Files.exists(aside.resolve(name))) {
                    Files.move(aside.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            forget(folder);
            throw e;
        }
    }

    /** Takes away what was not published. */
    @Override
    public void close() {
        try (Stream<Path> left = Files.walk(aside)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // It is gone already, or stays behind under a name that nobody takes for a report.
        }
    }
}
