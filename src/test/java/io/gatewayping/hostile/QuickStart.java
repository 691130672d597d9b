package io.gatewayping.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What Java has to load of the jar, in a form that loads quicker, as {@code ./gate} makes it: once for all JVMs that test, side
 * by side, what this build has packaged. Nothing depends on it.
 */
final class QuickStart {

    static final Path JAR = Path.of("target", "gate.jar");

    private static final Path ARCHIVE = made();

    private QuickStart() {}

    /** Java with these options and the jar. */
    static List<String> java(List<String> options) {
        return Stream.of(
                        List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        // As ./gate has it.
                        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable"),
                        Runtime.version().feature() < 23
                                ? List.<String>of()
                                : List.of("--sun-misc-unsafe-memory-access=allow"),
                        options,
                        List.of("-cp", JAR.toString(), "io.gatewayping.cli.Main"))
                .flatMap(List::stream)
                .toList();
    }

    /** The option that names it. */
    static String option() {
        return "-XX:SharedArchiveFile=" + ARCHIVE;
    }

    private static Path made() {
        try (FileChannel one = FileChannel.open(
                Path.of("target", "gate-tested.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            one.lock();
            Path archive = Path.of("target", "gate-tested-" + Runtime.version() + ".jsa");
            if (Files.notExists(archive)
                    || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(JAR)) < 0) {
                make(archive);
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path archive) throws IOException {
        Path reports = Files.createTempDirectory("quick-start-");
        Path half = reports.resolve("half-made");
        List<String> command = Stream.concat(
                        java(List.of("-XX:ArchiveClassesAtExit=" + half)).stream(),
                        Stream.of("check", "--quiet", Judged.SMOKE, "--report-dir=" + reports))
                .toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (Files.exists(half)) {
            Files.move(half, archive, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
