package io.gatewayping.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

    private final Path folder;
    private final Path aside;

    private ReportFolder(Path folder, Path aside) {
        this.folder = folder;
        this.aside = aside;
    }

    /**
     * Makes the folder ready.
     *
     * @throws IOException when it cannot be written to
     */
    public static ReportFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path aside = Files.createTempDirectory(folder, ".running-");
        for (String name : List.of(VERDICT, HTML, JUNIT)) {
            Files.deleteIfExists(folder.resolve(name));
        }
        return new ReportFolder(folder, aside);
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

    /** Puts the reports in place, the verdict last. */
    public void publish() throws IOException {
        for (String name : List.of(HTML, JUNIT, VERDICT)) {
            Path written = aside.resolve(name);
            if (Files.exists(written)) {
                Files.move(written, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Takes away what was not published. */
    @Override
    public void close() {
        if (Files.notExists(aside)) {
            return;
        }
        try (Stream<Path> left = Files.walk(aside)) {
            left.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
