package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A checkout of its own for the script at the top: with the jar of this build, or with doubles of Java and Maven. */
final class ScriptCheckout {

    /** Writes down how it was called, trains as it is told, and answers as it is told. */
    private static final String JAVA =
            """
            #!/bin/sh
            echo "$@" >>'%1$s/java.log'
            for option; do
                case $option in
                    -XX:ArchiveClassesAtExit=*)
                        [ -e '%1$s/no-archive' ] || echo made >"${option#*=}"
                        exit $(cat '%1$s/training')
                        ;;
                    -XX:AOTMode=create) created=yes ;;
                    -XX:AOTConfiguration=*) [ -n "$created" ] || echo classes >"${option#*=}" ;;
                    -XX:AOTCache=*) [ -z "$created" ] || { echo made >"${option#*=}"; exit 0; } ;;
                esac
            done
            exit ${ANSWER-100}
            """;

    /** Builds a jar that says what stood in the source when it began. */
    private static final String MAVEN =
            """
            #!/bin/sh
            echo build >>'%1$s/maven.log'
            mkdir target
            inputs=$(sh .mvn/inputs)
            cp src/main/Source.java target/gate.jar
            . '%1$s/while-building'
            echo "$inputs" >target/gate.jar.inputs
            """;

    private final Path folder;
    private final Map<Process, List<Path>> printed = new ConcurrentHashMap<>();

    private ScriptCheckout(Path folder) {
        this.folder = folder;
    }

    /** Built, with the real Java. */
    static ScriptCheckout built(Path folder) throws IOException {
        ScriptCheckout checkout = new ScriptCheckout(Files.createDirectories(folder));
        checkout.copySources();
        Files.copy(Path.of("mvnw"), checkout.path("mvnw"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(checkout.path("target"));
        Files.copy(Path.of("target/gate.jar"), checkout.path("target/gate.jar"));
        checkout.run(Map.of(), "sh", "-c", "sh .mvn/inputs >target/gate.jar.inputs");
        return checkout;
    }

    /** Not built, with doubles of Java and Maven, which take no time. */
    static ScriptCheckout withDoubles(Path folder) throws IOException {
        ScriptCheckout checkout = new ScriptCheckout(Files.createDirectories(folder));
        checkout.copySources();
        checkout.script("jdk/bin/java", JAVA.formatted(folder));
        checkout.write("jdk/release", "IMPLEMENTOR=\"A vendor\"\nJAVA_VERSION=\"17.0.15\"\n");
        checkout.write("training", "100");
        checkout.script("mvnw", MAVEN.formatted(folder));
        checkout.write("while-building", "");
        return checkout;
    }

    private void copySources() throws IOException {
        Files.copy(Path.of("gate"), path("gate"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String name : List.of("pom.xml", ".mvn/inputs")) {
            write(name, Files.readString(Path.of(name)));
        }
        for (String name : List.of("openapi", "features")) {
            try (Stream<Path> files = Files.list(Path.of(name))) {
                for (Path file : files.toList()) {
                    write(name + "/" + file.getFileName(), Files.readString(file));
                }
            }
        }
        write("src/main/Source.java", "one");
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    String read(String name) throws IOException {
        return Files.readString(path(name));
    }

    Path write(String name, String content) throws IOException {
        Files.createDirectories(path(name).getParent());
        return Files.writeString(path(name), content);
    }

    Path script(String name, String content) throws IOException {
        return Files.setPosixFilePermissions(write(name, content), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What stands in a folder and matches. */
    List<String> files(String name, String glob) throws IOException {
        List<String> found = new ArrayList<>();
        if (Files.isDirectory(path(name))) {
            try (Stream<Path> files = Files.list(path(name))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.matches(glob))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** The script, with the double of Java where there is one. */
    GateProcess.Result gate(Map<String, String> environment, String... arguments) throws IOException {
        return end(start(environment, arguments));
    }

    Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(path("gate").toString()));
        command.addAll(List.of(arguments));
        return process(environment, command.toArray(String[]::new));
    }

    GateProcess.Result run(Map<String, String> environment, String... command) throws IOException {
        return end(process(environment, command));
    }

    /** Sends a signal. What is started in the background ignores some, and so do its children: nothing is told by them then. */
    void signal(Process process, String signal) throws IOException {
        boolean isHeard = run(Map.of(), "sh", "-c", "kill -" + signal + " $$").exit() != 0;
        assumeThat(isHeard).as("SIG%s is heard", signal).isTrue();
        run(Map.of(), "kill", "-" + signal, String.valueOf(process.pid()));
    }

    private Process process(Map<String, String> environment, String... command) throws IOException {
        Path out = Files.createTempFile("gate", ".out");
        Path err = Files.createTempFile("gate", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        if (Files.exists(path("jdk"))) {
            builder.environment().put("JAVA_HOME", path("jdk").toString());
        }
        builder.environment().putAll(environment);
        Process process = builder.start();
        printed.put(process, List.of(out, err));
        return process;
    }

    /** Waits for its end. */
    GateProcess.Result end(Process process) throws IOException {
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        List<Path> files = printed.get(process);
        return new GateProcess.Result(
                process.exitValue(), Files.readString(files.get(0)), Files.readString(files.get(1)));
    }
}
