package io.gatewayping.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the top, run as its users run it, in a checkout whose path has blanks. */
final class GateScriptIT {

    private static final Pattern URL = Pattern.compile("listens on (http://\\S+)");

    @TempDir
    private static Path folder;

    private static Path checkout;

    private record Result(int exit, String out, String err) {}

    @BeforeAll
    static void checkOut() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a checkout with blanks"));
        for (String name : List.of("gate", "pom.xml", "mvnw")) {
            Files.copy(Path.of(name), checkout.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (String name : List.of("openapi", "features")) {
            Files.createDirectories(checkout.resolve(name));
            try (Stream<Path> files = Files.list(Path.of(name))) {
                for (Path file : files.toList()) {
                    Files.copy(file, checkout.resolve(name).resolve(file.getFileName()));
                }
            }
        }
        Files.createDirectories(checkout.resolve("src/main"));
        Files.createDirectories(checkout.resolve("target"));
        Files.copy(Path.of("target/gate.jar"), checkout.resolve("target/gate.jar"));
    }

    @Test
    void judgesTheStubFromAnyFolderAndThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("linked"), checkout.resolve("gate"));
        Path reports = folder.resolve("some reports");

        Result result = run(Map.of(), link.toString(), "check", "--report-dir", reports.toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
        assertThat(result.out()).endsWith("CONFORMS\n");
        assertThat(reports).isDirectoryContaining("glob:**verdict.json");
    }

    @Test
    void readsTheContractOfTheCheckout() throws Exception {
        Path contract = checkout.resolve("openapi/gateway-ping.yaml");
        String good = Files.readString(contract);
        try {
            Files.writeString(contract, good.replace("progressPercent: 80", "progressPercent: 180"));
            Result result = run(Map.of(), checkout.resolve("gate").toString(), "clauses");

            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.err())
                    .startsWith("gate: " + contract + ": /components/examples/running-further/value/progressPercent: ")
                    .hasLineCount(1);
        } finally {
            Files.writeString(contract, good);
        }
    }

    @Test
    void asksForAJdkWhenThereIsNone() throws Exception {
        Result result = run(
                Map.of("PATH", tools().toString(), "JAVA_HOME", ""),
                checkout.resolve("gate").toString(),
                "check");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("gate: no Java found: install a JDK 17 or later, or point JAVA_HOME at one\n");
    }

    @Test
    void asksForANewerJdkWhenThereIsAnOldOne() throws Exception {
        Path home = Files.createDirectories(folder.resolve("old jdk"));
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = 11' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

        Result result = run(
                Map.of("JAVA_HOME", home.toString()), checkout.resolve("gate").toString(), "check");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("gate: " + java + " is Java 11: install a JDK 17 or later, or point JAVA_HOME at one\n");
    }

    @Test
    void theStubServesUntilItIsTerminated() throws Exception {
        Path log = folder.resolve("stub.log");
        Process stub = new ProcessBuilder(checkout.resolve("gate").toString(), "stub", "--port", "0")
                .redirectOutput(log.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String url = await().atMost(60, TimeUnit.SECONDS).until(() -> url(log), found -> !found.isEmpty());
            assertThat(io.restassured.RestAssured.get(url + "/").statusCode()).isEqualTo(401);

            stub.toHandle().destroy();
            assertThat(stub.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(stub.exitValue()).isEqualTo(128 + 15);
        } finally {
            stub.destroyForcibly();
        }
    }

    private static String url(Path log) throws IOException {
        return URL.matcher(Files.readString(log))
                .results()
                .map(MatchResult::group)
                .map(line -> line.replaceFirst("listens on ", ""))
                .findFirst()
                .orElse("");
    }

    /** A search path with what the script needs of a POSIX system, and no Java. */
    private static Path tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool :
                List.of("sh", "dirname", "readlink", "sed", "find", "head", "mkdir", "mktemp", "rm", "mv", "touch")) {
            Path link = tools.resolve(tool);
            if (Files.notExists(link)) {
                Path real = Stream.of("/bin", "/usr/bin")
                        .map(place -> Path.of(place, tool))
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow();
                Files.createSymbolicLink(link, real);
            }
        }
        return tools;
    }

    private static Result run(Map<String, String> environment, String... command) throws Exception {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        return new Result(exit, Files.readString(out), Files.readString(err));
    }
}
