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

    private static final String VERDICT = "verdict.json";
    private static final String HTML = "report.html";
    private static final String JUNIT = "junit.xml";

    /** In the order in which they are put in place: whoever waits for the verdict finds the others beside it. */
    private static final List<String> ALL = List.of(HTML, JUNIT, VERDICT);

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

    /** Where the verdict for programs is written to. */
    public Path verdict() {
        return aside.resolve(VERDICT);
    }

    /** Where the report for people is written to. */
    public Path html() {
        return aside.resolve(HTML);
    }

    /** Where the report for CI servers is written to. */
    public Path junit() {
        return aside.resolve(JUNIT);
    }

    /**
     * Puts the reports in place, the verdict last.
     *
     * @throws IOException when one of them cannot be; then none is left
     */
    public void publish() throws IOException {
        try {
            for (String name : ALL) {
                Files.move(aside.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
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
